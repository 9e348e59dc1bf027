namespace OpsCenter.Bench.Pages;

/// <summary>The database time of calls at few and at many jobs.</summary>
internal static class SizeComparison
{
    /// <summary>Fills both databases, times every call on both, and prints what came of it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="cases">The calls, by name.</param>
    /// <param name="afterwards">What else is looked at in the database with many jobs.</param>
    public static async Task<int> RunAsync(
        string[] args, IReadOnlyList<(string Name, Func<FilledDatabase, Task> Call)> cases, Func<(BenchDatabase Server, FilledDatabase Large), Task> afterwards)
    {
        var arguments = new Arguments(args);
        var repeat = arguments.Number("repeat", 50);
        var limit = TimeSpan.FromSeconds(arguments.Number("seconds", 10));
        await using var server = await BenchDatabase.StartAsync(
            ("shared_preload_libraries", "pg_stat_statements"), ("pg_stat_statements.track_planning", "on"), ("max_wal_size", "8GB"));
        using var interruption = new Interruption(server);
        Console.WriteLine(await Machine.DescribeAsync(server.Source, TimeProvider.System));
        await using var small = await MakeAsync(server, arguments.Number("small", 50_000));
        await using var large = await MakeAsync(server, arguments.Number("large", 5_000_000));
        var table = new Table("Database time, ms", $"{small.Jobs:N0} jobs", $"{large.Jobs:N0} jobs", "ratio");

        foreach (var (name, call) in cases)
        {
            var (few, many) = (await small.TimeAsync(call, repeat, limit), await large.TimeAsync(call, repeat, limit));
            table.Add(name, $"{few:0.00}", $"{many:0.00}", $"{many / few:0.00}");
        }

        table.Print();
        await afterwards((server, large));
        return 0;
    }

    private static async Task<FilledDatabase> MakeAsync(BenchDatabase server, int jobs)
    {
        Console.Error.WriteLine($"filling {jobs:N0} jobs ...");
        return await FilledDatabase.MakeAsync(server, jobs);
    }
}
