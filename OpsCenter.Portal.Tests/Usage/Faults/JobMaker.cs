using System.Text.Json.Nodes;
using OpsCenter.Portal.Tests.Usage.Recording;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>Jobs of all kinds over the last two days: most are priced, some failed, some are held.</summary>
internal sealed class JobMaker(string customerId, DateTimeOffset now)
{
    private static readonly string[] Agents = ["research_pro", "code_generator"];
    private static readonly string[] Routes = ["openai:gpt-4", "anthropic:claude-3-opus", "house_vllm:default"];
    private static readonly string[] Tools = ["web.search", "image.process", "compute.sandbox"];

    /// <summary>A report with this key.</summary>
    public string Make(Random random, string jobId)
    {
        var report = Reports.Brief(random.Next(50) == 0 ? "nobody" : customerId);
        report["job_id"] = jobId;
        report["agent_name"] = random.Next(50) == 0 ? "nobody" : Agents[random.Next(Agents.Length)];
        report["route_used"] = random.Next(30) == 0 ? "openai:unknown" : Routes[random.Next(Routes.Length)];
        report["input_tokens"] = random.Next(1, 20_000);
        report["output_tokens"] = random.Next(5_000);
        report["byok_used"] = random.Next(10) == 0;
        report["status"] = random.Next(20) == 0 ? "failed" : "succeeded";
        report["member_id"] = $"member-{random.Next(3)}";
        report["occurred_at"] = now.AddMinutes(-random.Next(2 * 24 * 60)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        report["tools_used"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Tool(random))]);

        return report.ToJsonString();
    }

    private static JsonObject Tool(Random random) => new() { ["tool"] = Tools[random.Next(Tools.Length)], ["units"] = random.Next(1, 40) / 4m };
}
