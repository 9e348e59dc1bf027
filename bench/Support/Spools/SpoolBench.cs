using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Bench.Spools;

/// <summary>Measures Brigade's spool on the disk below the temporary folder.</summary>
public static class SpoolBench
{
    private const double Megabyte = 1024 * 1024;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        Console.WriteLine(Machine.Describe(TimeProvider.System));
        if (arguments.Wants("append"))
            await AppendAsync(TimeSpan.FromSeconds(arguments.Number("seconds", 5)));
        if (arguments.Wants("drain"))
            await DrainAsync(arguments.Number("backlog", 300_000));
        return 0;
    }

    private static async Task AppendAsync(TimeSpan length)
    {
        var table = new Table("durable appends", "a second", "p50 ms", "p95 ms", "p99 ms");
        foreach (var (writers, isWarmUp) in ((int Writers, bool IsWarmUp)[])[(64, true), (1, false), (16, false), (64, false), (256, false)])
        {
            using var work = new WorkFolder();
            var times = await work.UseAsync(spool => AppendAsync(spool, writers, length));
            times.Sort();
            if (isWarmUp)
                continue;
            table.Add(
                $"{writers} at once", $"{times.Count / length.TotalSeconds:N0}", $"{At(times, 0.5):N2}", $"{At(times, 0.95):N2}", $"{At(times, 0.99):N2}");
        }

        table.Print();
    }

    private static async Task<List<double>> AppendAsync(ReportSpool spool, int writers, TimeSpan length)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < length)
            {
                var before = Stopwatch.GetTimestamp();
                await spool.AppendAsync(SampleReport.Of($"{writer}-{own.Count}", TimeProvider.System.GetUtcNow()), CancellationToken.None);
                own.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }

            return own;
        })));
        return [.. times.SelectMany(own => own)];
    }

    private static async Task DrainAsync(int backlog)
    {
        using var work = new WorkFolder();
        var fill = Stopwatch.StartNew();
        await work.UseAsync(spool => FillAsync(spool, backlog));
        fill.Stop();
        var open = Stopwatch.StartNew();
        await work.UseAsync(spool =>
        {
            open.Stop();
            return Task.FromResult(spool.Count);
        });

        await using var opsCenter = await BareOpsCenter.StartAsync();
        var drain = Stopwatch.StartNew();
        await using var brigade = BrigadeHost.Build(work.Settings(opsCenter.Address));
        await brigade.StartAsync();
        var spool = brigade.Services.GetRequiredService<ReportSpool>();
        var heap = 0.0;
        while (spool.Count > 0)
        {
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false) / Megabyte);
            await Task.Delay(20);
        }

        drain.Stop();
        await brigade.StopAsync();
        var table = new Table("a backlog", "reports", "seconds", "a second", "largest heap MB");
        table.Add("filled, 4,096 at once", $"{backlog:N0}", $"{fill.Elapsed.TotalSeconds:N1}", $"{backlog / fill.Elapsed.TotalSeconds:N0}", "");
        table.Add("opened at the start", $"{backlog:N0}", $"{open.Elapsed.TotalSeconds:N3}", "", "");
        table.Add("drained by the reporter", $"{opsCenter.Taken:N0}", $"{drain.Elapsed.TotalSeconds:N1}", $"{backlog / drain.Elapsed.TotalSeconds:N0}", $"{heap:N0}");
        table.Print();
    }

    private static async Task<int> FillAsync(ReportSpool spool, int backlog)
    {
        foreach (var chunk in Enumerable.Range(0, backlog).Chunk(4_096))
            await Task.WhenAll(chunk.Select(i => spool.AppendAsync(SampleReport.Of($"backlog-{i}", TimeProvider.System.GetUtcNow()), CancellationToken.None)));
        return backlog;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];

    private sealed class WorkFolder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("brigade-bench-").FullName;

        public async Task<T> UseAsync<T>(Func<ReportSpool, Task<T>> act)
        {
            using var folder = BrigadeFolder.Take(path);
            using var spool = new ReportSpool(folder, new SpoolOptions(), TimeProvider.System, NullLogger<ReportSpool>.Instance);
            return await act(spool);
        }

        public string[] Settings(string opsCenter) =>
        [
            $"--OpsCenter:Url={opsCenter}", "--OpsCenter:Key=bench", "--Brigade:Urls=http://127.0.0.1:0", $"--Brigade:Data={path}", "--Logging:LogLevel:Default=Error",
        ];

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
