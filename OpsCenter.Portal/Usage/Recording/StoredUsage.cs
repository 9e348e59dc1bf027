namespace OpsCenter.Portal.Usage.Recording;

/// <summary>A report with what we add to it when it is stored.</summary>
/// <param name="EventId">Our identity of the job.</param>
/// <param name="Source">Who reported it; job keys are unique under it.</param>
/// <param name="ReceivedAt">When it arrived, to the microsecond.</param>
/// <param name="OccurredAt">When the job happened.</param>
/// <param name="Report">What was reported.</param>
internal sealed record StoredUsage(Guid EventId, string Source, DateTimeOffset ReceivedAt, DateTimeOffset OccurredAt, UsageReport Report);
