using System.Text.Json.Nodes;

namespace OpsCenter.Bench.Usage;

/// <summary>
/// Reports as a runtime sends them: twenty customers with five members each, agents and routes of the seeded card, up to two tools. The
/// same sequence in every run.
/// </summary>
internal sealed class Reports(IReadOnlyList<Guid> customers, DateTimeOffset now)
{
    /// <summary>What stands for the key; the sender puts one of the same length in its place.</summary>
    public const string KeyPlaceholder = "bench-0000000000000000";

    private const int Seed = 4690;
    private const int Members = 5;

    // An agent without a row of its own is held, so that the mix has what real traffic has.
    private static readonly string[] Agents = ["research_pro", "research_pro", "code_generator"];
    private static readonly string[] Routes = ["openai:gpt-4", "anthropic:claude-3-opus", "house_vllm:default"];
    private static readonly (string Name, int Most)[] Tools = [("web.search", 8), ("image.process", 3), ("compute.sandbox", 240)];

    private readonly Random random = new(Seed);

    public JsonObject Next()
    {
        var customer = random.Next(customers.Count);
        var (input, output) = (random.Next(200, 20_000), random.Next(50, 5_000));
        var report = new JsonObject
        {
            ["job_id"] = KeyPlaceholder,
            ["customer_id"] = customers[customer].ToString(),
            ["member_id"] = $"member-{customer}-{random.Next(Members)}",
            ["agent_name"] = random.Next(1_000) == 0 ? "translator_beta" : Agents[random.Next(Agents.Length)],
            ["route_used"] = Routes[random.Next(Routes.Length)],
            ["byok_used"] = random.Next(100) < 5,
            ["input_tokens"] = input,
            ["output_tokens"] = output,
            ["occurred_at"] = now.AddSeconds(-random.Next(60)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ["tools_used"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(Tool)]),
        };

        if (random.Next(100) < 30)
        {
            report["cached_input_tokens"] = input / 3;
        }

        return report;
    }

    // Two tools of one job are different ones.
    private JsonObject Tool(int number)
    {
        var (name, most) = Tools[(random.Next(2) + number) % Tools.Length];
        return new JsonObject { ["tool"] = name, ["units"] = random.Next(1, most) };
    }
}
