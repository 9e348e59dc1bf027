namespace OpsCenter.Domain.Integrations;

/// <summary>What Brigade says of itself. All moments are by its own clock.</summary>
/// <param name="SpooledReports">Reports about finished jobs that we have not acknowledged yet.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record BrigadeStatus(long SpooledReports, DateTimeOffset StartedAt)
{
    /// <summary>Version of its rate card; null while it has none.</summary>
    public int? CardVersion { get; init; }

    /// <summary>When it last heard from us that this card is the one; null while it has none.</summary>
    public DateTimeOffset? CardFetchedAt { get; init; }

    /// <summary>Where the card is from; null while it has none.</summary>
    public BrigadeCardSource? CardSource { get; init; }

    /// <summary>Whether it knows that its card may be out of date, because it cannot reach us.</summary>
    public bool IsStale { get; init; }

    /// <summary>Since when the oldest of the spooled reports waits; null when none does.</summary>
    public DateTimeOffset? OldestSpooledAt { get; init; }

    /// <summary>Reports that we refused for good: their jobs are recorded nowhere until somebody sees to them.</summary>
    public long RefusedReports { get; init; }

    /// <summary>When we last acknowledged a report; null before the first.</summary>
    public DateTimeOffset? LastReportAt { get; init; }

    /// <summary>What went wrong there last, in its own words; null when nothing is wrong.</summary>
    public string? LastError { get; init; }
}
