using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Rollups;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>A report with what we add to it when it is stored.</summary>
/// <param name="EventId">Our identity of the job.</param>
/// <param name="Source">Who reported it; job keys are unique under it.</param>
/// <param name="PostedBy">The subject of the actor who reported it, for the ledger.</param>
/// <param name="ReceivedAt">When it arrived, to the microsecond.</param>
/// <param name="OccurredAt">When the job happened.</param>
/// <param name="Report">What was reported.</param>
internal sealed record StoredUsage(
    Guid EventId, string Source, string PostedBy, DateTimeOffset ReceivedAt, DateTimeOffset OccurredAt, UsageReport Report)
{
    /// <summary>Which version prices it. A job that a fast clock puts into the future is priced with what was in force when it arrived.</summary>
    public DateTimeOffset PricedAt => OccurredAt < ReceivedAt ? OccurredAt : ReceivedAt;

    /// <summary>The key under which it is stored once; null when it has none.</summary>
    public JobKey? Key => Report.JobId is { } jobId ? new JobKey(Source, jobId) : null;

    /// <summary>What roll-ups count of it.</summary>
    public RollupJob ToRollup(Guid? organization, Currency currency) =>
        new(OccurredAt, organization, Report.MemberRef, Report.Usage, currency);
}
