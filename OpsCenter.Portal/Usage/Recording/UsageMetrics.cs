using System.Diagnostics.Metrics;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Counts reports by what became of them: <c>opscenter_usage_reports_total</c>.</summary>
public sealed class UsageMetrics
{
    private readonly Counter<long> reports;

    /// <summary>Makes the counter in the meter of the usage path.</summary>
    public UsageMetrics(IMeterFactory meters) => reports = meters
        .Create($"{MetricsRegistration.OwnMeters}Usage")
        .CreateCounter<long>("opscenter.usage.reports", description: "Reports of the usage path by outcome");

    /// <summary>Counts a report that was answered.</summary>
    public void Count(RecordUsageOutcome outcome) => Count(outcome switch
    {
        RecordUsageOutcome.Recorded { Replayed: true } => "replayed",
        RecordUsageOutcome.Recorded { Job.Fees: null } => "held",
        RecordUsageOutcome.Recorded => "priced",
        RecordUsageOutcome.Conflict => "conflict",
        _ => throw new InvalidOperationException($"No name for {outcome}."),
    });

    /// <summary>Counts a report that could not be stored.</summary>
    public void CountBusy() => Count("busy");

    private void Count(string outcome) => reports.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
