namespace OpsCenter.Bench.Pages;

/// <summary>Whether pages stay as fast with a hundred times the jobs, and how many bytes a job takes.</summary>
public static class PagesBench
{
    public static async Task<int> RunAsync(string[] args)
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

        foreach (var (name, call) in PageCases.All)
        {
            var (few, many) = (await small.TimeAsync(call, repeat, limit), await large.TimeAsync(call, repeat, limit));
            table.Add(name, $"{few:0.00}", $"{many:0.00}", $"{many / few:0.00}");
        }

        table.Print();
        await Sizes.PrintAsync(server, large);
        return 0;
    }

    private static async Task<FilledDatabase> MakeAsync(BenchDatabase server, int jobs)
    {
        Console.Error.WriteLine($"filling {jobs:N0} jobs ...");
        return await FilledDatabase.MakeAsync(server, jobs);
    }
}
