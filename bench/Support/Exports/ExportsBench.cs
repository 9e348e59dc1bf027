using OpsCenter.Bench.Pages;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Bench.Exports;

/// <summary>Exports jobs as the portal's endpoint does, into a stream that keeps nothing.</summary>
public static class ExportsBench
{
    private const int SampleEvery = 1_000;
    private const double Mebibyte = 1024 * 1024;
    private static readonly Guid Reader = new("00000000-0000-7000-8000-0000000000aa");
    private static readonly Actor Operator = new Actor.User(Reader, PlatformRole.Admin, null, null);

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var jobs = arguments.Number("jobs", 1_000_000);
        await using var server = await BenchDatabase.StartAsync(("max_wal_size", "8GB"), ("shared_preload_libraries", "pg_stat_statements"));
        using var interruption = new Interruption(server);
        Console.WriteLine(await Machine.DescribeAsync(server.Source, TimeProvider.System));
        Console.Error.WriteLine($"filling {jobs:N0} jobs ...");
        await using var database = await FilledDatabase.MakeAsync(server, jobs);
        var table = new Table("Jobs exported", "rows", "seconds", "rows/s", "MiB", "peak managed MiB");
        await ExportAsync(database, jobs / 100);

        foreach (var rows in (int[])[jobs / 10, jobs])
        {
            for (var round = 0; round < arguments.Number("rounds", 3); round++)
            {
                var (written, seconds, bytes, peak) = await ExportAsync(database, rows);
                table.Add("all customers", $"{written:N0}", $"{seconds:0.0}", $"{written / seconds:N0}", $"{bytes / Mebibyte:0.0}", $"{peak / Mebibyte:0.0}");
            }
        }

        table.Print();
        return 0;
    }

    // Memory above what was there before, garbage included: what the process must have, not what lives.
    private static async Task<(long Rows, double Seconds, long Bytes, long Peak)> ExportAsync(FilledDatabase database, int most)
    {
        using var sink = new CountingSink();
        var (csv, written, peak, before) = (new CsvWriter(sink), 0L, 0L, GC.GetTotalMemory(forceFullCollection: true));
        var started = TimeProvider.System.GetTimestamp();
        var export = new JobExport(database.Get<JobQueries>(), TimeProvider.System);
        var sheet = export.Open(Operator, UrlQuery.Of("http://localhost/exports/jobs"), CancellationToken.None);

        await foreach (var row in sheet.Rows.Take(most))
        {
            await csv.WriteAsync(row, CancellationToken.None);

            if (++written % SampleEvery == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        await csv.FlushAsync(CancellationToken.None);
        return (written, TimeProvider.System.GetElapsedTime(started).TotalSeconds, sink.Bytes, peak);
    }
}
