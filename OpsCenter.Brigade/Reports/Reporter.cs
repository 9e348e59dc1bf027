using System.Text.Json;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Reports;

/// <summary>
/// Empties the spool into Ops-Center: what waits goes out in one request, so a report alone goes singly and many go in batches. Every attempt
/// reads the same bytes from the disk. One that is refused for good moves to the dead letters; one that is to be sent again, while others
/// of its batch went through, moves to the end of the spool, so that it holds up nobody.
/// </summary>
internal sealed partial class Reporter(
    ReportSpool spool, ReportClient client, ReportJudge judge, DeadLetters deadLetters, ReporterNotes notes, ILogger<Reporter> logger)
{
    private const int MaxBatch = 1_000;
    private const int MaxBatchBytes = (4 * 1024 * 1024) - 2; // of Ops-Center's 4 MiB two are the brackets

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly BackOff backOff = new(FirstWait, LongestWait, Random.Shared.NextDouble);
    private int limit = MaxBatch;

    /// <summary>Sends what waits, as far as it fits into one request.</summary>
    public async Task<ReportPass> PassAsync(CancellationToken cancellationToken)
    {
        var window = spool.Read(limit, MaxBatchBytes);
        if (window.Reports.Count == 0)
            return ReportPass.Idle;

        return await client.SendAsync(window.Reports, cancellationToken) switch
        {
            ReportReply.Answered answered => await SettleAsync(window, answered, cancellationToken),
            ReportReply.BatchRefused refused => Halve(window, refused.Reason),
            ReportReply.Undecided undecided => Wait(undecided.Reason, undecided.RetryAfter),
            var other => throw new InvalidOperationException($"No way to go on after {other}."),
        };
    }

    /// <summary>Notes a failure of Brigade's own and says how long to wait.</summary>
    public ReportPass Wait(string reason, TimeSpan? retryAfter = null)
    {
        notes.Failed(reason);
        return new ReportPass(0, backOff.Next(retryAfter), false);
    }

    private async Task<ReportPass> SettleAsync(SpoolWindow window, ReportReply.Answered answered, CancellationToken cancellationToken)
    {
        var later = new List<SpooledReport>();
        foreach (var (report, (status, body)) in window.Reports.Zip(answered.Items))
        {
            if (Settle(report, status, body) is ReportVerdict.Later)
                later.Add(report);
        }

        var settled = window.Reports.Count - later.Count;
        if (settled == 0 && spool.Count == later.Count)
            return Wait("Ops-Center does not take the reports yet.");

        await Task.WhenAll(later.Select(report => spool.AppendAsync(report.Body, cancellationToken)));
        spool.Acknowledge(window.End);
        if (settled == 0)
            return Wait("Ops-Center does not take the reports yet.");

        notes.Worked();
        backOff.Reset();
        limit = Math.Min(MaxBatch, limit * 2);
        return new ReportPass(settled, null, false);
    }

    private ReportVerdict Settle(SpooledReport report, int status, JsonElement body)
    {
        var verdict = judge.Judge(report, status, body);
        if (verdict is ReportVerdict.Refused)
        {
            deadLetters.Add(report, status, body);
            LogRefused(logger, report.JobId, status, OpsCenterProblem.Read(body)?.Code, deadLetters.Location);
        }

        notes.Judged(verdict, new ReportAnswer(report.JobId, status, body));
        return verdict;
    }

    private ReportPass Halve(SpoolWindow window, string reason)
    {
        limit = window.Reports.Count / 2; // a batch has at least two
        LogHalved(logger, window.Reports.Count, reason);
        return new ReportPass(0, null, false);
    }

    [LoggerMessage(3111, LogLevel.Error, "Job {JobId} was refused for good ({Status} {Code}) and lies in {Folder}: its usage is not recorded until somebody sees to it")]
    private static partial void LogRefused(ILogger logger, string jobId, int status, string? code, string folder);

    [LoggerMessage(3112, LogLevel.Warning, "A batch of {Count} reports was refused as a whole: {Reason} Smaller ones follow")]
    private static partial void LogHalved(ILogger logger, int count, string reason);
}
