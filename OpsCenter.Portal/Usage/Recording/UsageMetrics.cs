using System.Diagnostics.Metrics;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// Measures the usage path: <c>opscenter_usage_reports_total</c> by outcome, <c>opscenter_usage_queue_depth</c>,
/// <c>opscenter_usage_lag_seconds</c>, <c>opscenter_usage_commit_size</c>, <c>opscenter_usage_commit_duration_seconds</c>,
/// <c>opscenter_usage_commit_retries_total</c>.
/// </summary>
public sealed class UsageMetrics
{
    private readonly Counter<long> reports;
    private readonly Counter<long> retries;
    private readonly Histogram<int> commitSize;
    private readonly Histogram<double> commitDuration;

    /// <summary>Makes the instruments in the meter of the usage path.</summary>
    public UsageMetrics(IMeterFactory meters, UsageQueue queue, TimeProvider clock)
    {
        var meter = meters.Create($"{TelemetryRegistration.OwnNames}Usage");
        reports = meter.CreateCounter<long>("opscenter.usage.reports", description: "Reports of the usage path by outcome");
        retries = meter.CreateCounter<long>("opscenter.usage.commit.retries", description: "Transactions begun anew because another was in the way");
        commitSize = meter.CreateHistogram(
            "opscenter.usage.commit.size",
            description: "Reports written in one transaction",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000] });
        commitDuration = meter.CreateHistogram(
            "opscenter.usage.commit.duration",
            unit: "s",
            description: "Time from a batch's beginning to its commit",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5, 30] });
        meter.CreateObservableGauge("opscenter.usage.queue.depth", () => queue.Depth, description: "Reports waiting to be written");
        meter.CreateObservableGauge(
            "opscenter.usage.lag",
            () => queue.OldestArrival is { } arrival ? Math.Max(0, (clock.GetUtcNow() - arrival).TotalSeconds) : 0,
            unit: "s",
            description: "Age of the oldest report that has no answer yet");
    }

    /// <summary>Counts reports that were answered.</summary>
    public void Count(RecordUsageOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
        {
            reports.Add(1, new KeyValuePair<string, object?>("outcome", NameOf(outcome)));
        }
    }

    /// <summary>Counts a transaction.</summary>
    public void CountCommit(int size, TimeSpan duration)
    {
        commitSize.Record(size);
        commitDuration.Record(duration.TotalSeconds);
    }

    /// <summary>Counts a transaction that had to begin anew.</summary>
    public void CountRetry() => retries.Add(1);

    private static string NameOf(RecordUsageOutcome outcome) => outcome switch
    {
        RecordUsageOutcome.Recorded { Replayed: true } => "replayed",
        RecordUsageOutcome.Recorded { Job.Fees: null } => "held",
        RecordUsageOutcome.Recorded => "priced",
        RecordUsageOutcome.Conflict => "conflict",
        RecordUsageOutcome.OutOfTime => "out_of_time",
        RecordUsageOutcome.Busy => "busy",
        RecordUsageOutcome.Failed => "failed",
        _ => throw new InvalidOperationException($"No name for {outcome}."),
    };
}
