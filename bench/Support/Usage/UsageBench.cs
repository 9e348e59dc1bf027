using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Usage;

/// <summary>How fast jobs are recorded and the rate card is read, beside a bare server on the same machine in the same run.</summary>
public sealed class UsageBench
{
    private const string RecordPath = "/api/v1/usage/record";
    private const string CardPath = "/api/v1/pricing/rate-card";
    private const int BatchSize = 100;
    private readonly Arguments arguments;
    private readonly Stage stage;
    private readonly Reports reports;
    private readonly Table table = new("What", "a second", "ratio", "p50 ms", "p95 ms", "p99 ms", "cores: server / PostgreSQL / generator", "other answers");
    private long acknowledged;

    private UsageBench(Arguments arguments, Stage stage)
    {
        (this.arguments, this.stage) = (arguments, stage);
        reports = new Reports(stage.CustomerIds, TimeProvider.System.GetUtcNow());
    }

    private TimeSpan RoundTime => TimeSpan.FromSeconds(arguments.Number("seconds", 8));

    private int Rounds => arguments.Number("rounds", 3);

    /// <summary>The program: the benchmark, or with <c>bare</c> the server it compares with.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [BareServer.Command, var url, var connectionString, var card])
        {
            await BareServer.RunAsync(url, connectionString, card);
            return 0;
        }

        var arguments = new Arguments(args);
        await using var stage = await Stage.SetAsync(arguments);
        using var interruption = new Interruption(stage);
        Console.Error.WriteLine($"portal: process {stage.Portal.Id}; bare server: process {stage.Bare.Id}");
        Console.WriteLine(await Machine.DescribeAsync(stage.Database.Source, TimeProvider.System));

        try
        {
            await new UsageBench(arguments, stage).MeasureAsync();
            return 0;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}\n\nThe portal's last words:\n{stage.Portal.LastWords}");
            return 1;
        }
    }

    private async Task MeasureAsync()
    {
        WarmUp();
        await PartAsync("single", Singles);
        await PartAsync("batch", Batches);
        await PartAsync("rate", ConstantRate);
        await PartAsync("card", Cards);

        if (arguments.Wants("copy"))
        {
            table.Add("binary COPY of the same rows", $"{await CopyRows.JobsPerSecondAsync(stage.Database):N0}", "", "", "", "", "", "");
        }

        table.Print();

        foreach (var sentence in await RollupCheck.CompareAsync(stage.Database))
        {
            Console.WriteLine($"- {sentence}");
        }
    }

    private async Task PartAsync(string name, Action measure)
    {
        if (!arguments.Wants(name))
            return;
        Console.Error.WriteLine($"{name} ...");
        measure();
        var stored = await stage.Database.CountAsync("select count(*) from usage_events");
        Console.WriteLine($"- after {name}: {acknowledged:N0} acknowledged, {stored:N0} stored{(stored == acknowledged ? "" : " **(they differ)**")}");
    }

    // Until the just-in-time compiler has reached its last tier on both sides.
    private void WarmUp()
    {
        var time = TimeSpan.FromSeconds(arguments.Number("warmup", 5));
        var (portal, bare) = (PortalSingles(64), BareSingles(BareServer.RecordPath, 64));
        Acknowledge(portal.Generator.Saturate(portal.Requests, time));
        bare.Generator.Saturate(bare.Requests, time);
    }

    private void Singles()
    {
        var connections = arguments.Number("connections", 64);
        Side[] sides =
        [
            PortalSingles(connections),
            BareSingles(BareServer.RecordPath, connections) with { Name = "bare: one INSERT" },
            BareSingles(BareServer.PreparedPath, connections) with { Name = "bare: one prepared INSERT" },
        ];
        var results = stage.Alternate(sides, Rounds, side => side.Generator.Saturate(side.Requests, RoundTime));
        Array.ForEach(results[0].Rounds.ToArray(), Acknowledge);
        AddAll($"single posts, {connections} connections", results);
    }

    private void Batches()
    {
        foreach (var connections in new[] { 8, 16 })
        {
            var requests = PostRequests.Batches(RecordPath, Stage.Token, reports, BatchSize);
            var side = new Side("portal", new LoadGenerator(stage.Portal.Address, connections), requests);
            var results = stage.Alternate([side], Rounds, s => s.Generator.Saturate(s.Requests, RoundTime));
            Array.ForEach(results[0].Rounds.ToArray(), Acknowledge);
            AddAll($"batches of {BatchSize}, {connections} connections, jobs", results);
        }
    }

    private void ConstantRate()
    {
        var perSecond = arguments.Number("rate", 1_000);
        var time = TimeSpan.FromSeconds(arguments.Number("rate-seconds", 20));
        var results = stage.Alternate([PortalSingles(128)], rounds: 1, side => side.Generator.Pace(side.Requests, time, perSecond));
        Acknowledge(results[0].Rounds[0]);
        AddAll($"single posts at a constant {perSecond:N0} a second", results);
    }

    private void Cards()
    {
        const int connections = 64;
        var (portal, bare) = (new LoadGenerator(stage.Portal.Address, connections), new LoadGenerator(stage.Bare.Address, connections));
        AddAll("rate card", stage.Alternate(
            [
                new Side("portal", portal, new GetRequests(CardPath, Stage.Token, 200)),
                new Side("bare: same bytes", bare, new GetRequests(BareServer.CardPath, Stage.Token, 200)),
            ],
            Rounds,
            side => side.Generator.Saturate(side.Requests, RoundTime)));
        AddAll("rate card, 304", stage.Alternate(
            [
                new Side("portal", portal, new GetRequests(CardPath, Stage.Token, 304, BareServer.Tag)),
                new Side("bare: same tag", bare, new GetRequests(BareServer.CardPath, Stage.Token, 304, BareServer.Tag)),
            ],
            Rounds,
            side => side.Generator.Saturate(side.Requests, RoundTime)));
    }

    private Side PortalSingles(int connections) =>
        new("portal", new LoadGenerator(stage.Portal.Address, connections), PostRequests.Singles(RecordPath, Stage.Token, reports));

    private Side BareSingles(string path, int connections) =>
        new("bare", new LoadGenerator(stage.Bare.Address, connections), PostRequests.Singles(path, Stage.Token, reports));

    private void Acknowledge(LoadResult result) => acknowledged += result.Acknowledged;

    // The first side is ours; the ratio of another one is ours to it.
    private void AddAll(string what, IReadOnlyList<SideResult> results)
    {
        foreach (var result in results)
        {
            var ratio = ReferenceEquals(result, results[0]) ? "" : $"{results[0].PerSecond / result.PerSecond:0.00}";
            table.Add(
                $"{what}: {result.Name}", $"{result.PerSecond:N0}", ratio, $"{result.Percentile(0.5):0.0}", $"{result.Percentile(0.95):0.0}",
                $"{result.Percentile(0.99):0.0}", result.Cores.ToString(), result.Others);
        }
    }
}
