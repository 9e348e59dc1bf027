using System.Diagnostics;
using OpsCenter.Bench.Pages;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Usage.Replays;

namespace OpsCenter.Bench.Replays;

/// <summary>Replays 90 days of jobs with the card that charged them, through the portal's own command. A first round is not counted.</summary>
public static class ReplayBench
{
    private static readonly Actor Operator = new Actor.User(new("00000000-0000-7000-8000-0000000000aa"), PlatformRole.Admin, null, null);

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var (jobs, rounds) = (arguments.Number("jobs", 1_000_000), arguments.Number("rounds", 5));
        await using var server = await BenchDatabase.StartAsync(
            ("shared_preload_libraries", "pg_stat_statements"), ("pg_stat_statements.track_planning", "on"), ("max_wal_size", "8GB"));
        using var interruption = new Interruption(server);
        Console.WriteLine(await Machine.DescribeAsync(server.Source, TimeProvider.System));
        Console.Error.WriteLine($"filling {jobs:N0} jobs ...");
        await using var database = await FilledDatabase.MakeAsync(server, jobs);
        var postgres = await server.ServerIdAsync();
        var table = new Table("Round", "jobs", "seconds", "jobs a second", "cores: replay / PostgreSQL", "bytes a job", "revenue difference");

        await RoundAsync(database, postgres);

        for (var round = 1; round <= rounds; round++)
            table.Add([$"{round}", .. await RoundAsync(database, postgres)]);

        table.Print();
        return 0;
    }

    private static async Task<string[]> RoundAsync(FilledDatabase database, int postgres)
    {
        var until = TimeProvider.System.GetUtcNow();
        var (own, theirs) = (ProcessTimes.Of(Environment.ProcessId), ProcessTimes.OfTree(postgres));
        var (bytes, started) = (GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        var outcome = await database.Get<RunReplay>().HandleAsync(
            Operator, new RunReplayInput(Version: 1, until.AddDays(-91), until), progress: null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var total = ((ReplayOutcome.Done)outcome).Replay.Result.Total;

        return
        [
            $"{total.Jobs:N0}",
            $"{seconds:0.00}",
            $"{total.Jobs / seconds:N0}",
            $"{(ProcessTimes.Of(Environment.ProcessId) - own) / seconds:0.00} / {(ProcessTimes.OfTree(postgres) - theirs) / seconds:0.00}",
            $"{(GC.GetTotalAllocatedBytes() - bytes) / Math.Max(1, total.Jobs):N0}",
            total.RevenueDifference.ToString(),
        ];
    }
}
