using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Bench.Load;
using OpsCenter.Bench.Spools;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Bench.Brigades;

/// <summary>
/// Jobs from the socket to the answer: route, estimate, ceiling, built-in model, price, report on the disk. Brigade, the Ops-Center that it asks
/// about customers and reports to, and the generator share one process and its cores.
/// </summary>
public static class BrigadeBench
{
    private const string Key = "bench";
    private const int Customers = 50;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var (rate, connections) = (arguments.Number("rate", 200), arguments.Number("connections", 32));
        Console.WriteLine(Machine.Describe(TimeProvider.System));
        var folder = Directory.CreateTempSubdirectory("brigade-bench-").FullName;
        await using var opsCenter = await BareOpsCenter.StartAsync(app => app.MapGet("/api/v1/pricing/rate-card", WriteCardAsync));
        await using (var brigade = BrigadeHost.Build(Settings(opsCenter.Address, folder)))
        {
            await brigade.StartAsync();
            while (brigade.Services.GetRequiredService<CurrentCard>().InUse is null)
                await Task.Delay(20);

            var generator = new LoadGenerator(new Uri(brigade.Urls.Single()), connections);
            generator.Pace(new JobRequests(Key, Customers), TimeSpan.FromSeconds(arguments.Number("warmup", 5)), rate);
            var table = new Table("jobs", "a second", "p50 ms", "p95 ms", "p99 ms", "other answers");
            Add(table, $"at a constant {rate} a second", generator.Pace(new JobRequests(Key, Customers), TimeSpan.FromSeconds(arguments.Number("seconds", 15)), rate));
            Add(table, $"{connections} at once", generator.Saturate(new JobRequests(Key, Customers), TimeSpan.FromSeconds(arguments.Number("seconds", 15) / 3)));
            table.Print();
            while (brigade.Services.GetRequiredService<ReportSpool>().Count > 0)
                await Task.Delay(20);
            await brigade.StopAsync();
        }

        Console.WriteLine($"{opsCenter.Taken:N0} reports reached Ops-Center.");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Add(Table table, string what, LoadResult result) => table.Add(
        what,
        $"{result.PerSecond:N0}",
        $"{result.Percentile(0.5):N2}",
        $"{result.Percentile(0.95):N2}",
        $"{result.Percentile(0.99):N2}",
        string.Join(", ", result.Others.Select(other => $"{other.Key}: {other.Value:N0}")));

    private static string[] Settings(string opsCenter, string folder) =>
    [
        $"--OpsCenter:Url={opsCenter}", $"--OpsCenter:Key={Key}", "--Brigade:Urls=http://127.0.0.1:0", $"--Brigade:Data={folder}", "--Logging:LogLevel:Default=Error",
    ];

    private static async Task WriteCardAsync(HttpContext context)
    {
        var customer = context.Request.Query["customer_id"].ToString();
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        RateCardJson.WriteFields(json, Card);
        if (customer.Length > 0)
        {
            json.WritePropertyName("customer");
            json.WriteRawValue($$$"""{"id":"{{{customer}}}","byok_providers":[],"entitlements":{"may_start_jobs":true,"byok":false},"max_job_cost":null}""");
        }

        json.WriteEndObject();
    }

    private static RateCard Card { get; } = new(1, DateTimeOffset.MinValue, DateTimeOffset.MinValue, new RateCardContent(
        Currency.Usd,
        DefaultAgentRatePer1K: 0.005m,
        [
            new LlmRoute(Guid.Empty, "openai", "gpt-4", RouteClass.Frontier, 0.03m, 0.06m, null, null, 25m, true, true),
            new LlmRoute(Guid.Empty, "anthropic", "claude-3-opus", RouteClass.Frontier, 0.015m, 0.075m, null, null, 25m, true, true),
            new LlmRoute(Guid.Empty, "house_vllm", "default", RouteClass.House, 0.002m, 0.004m, null, null, 300m, true, true),
        ],
        [new AgentPrice(Guid.Empty, "research_pro", "Research Pro", "", 0.008m, 0m, null, FailurePolicy.Bill, true)],
        [new ToolPrice(Guid.Empty, "web.search", "request", 0.01m, 0.005m, "tool.web.request", true)]));
}
