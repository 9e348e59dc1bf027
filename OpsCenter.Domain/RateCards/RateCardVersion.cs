using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>
/// The head of a published rate card; its rows are found by its number. Never changed after it is published, but one that waits for its
/// time can be cancelled.
/// </summary>
/// <param name="Version">1, 2, 3 … without gaps.</param>
/// <param name="Currency">The one currency of its prices.</param>
/// <param name="DefaultAgentRatePer1K">Rate of agents without their own, per 1,000 tokens.</param>
/// <param name="EffectiveFrom">First moment it prices; the beginning of time for version 1.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">The subject of the actor who published it.</param>
/// <param name="Note">What the author said about it.</param>
/// <param name="BaseVersion">The version it was edited from; null for version 1.</param>
public sealed record RateCardVersion(
    int Version,
    Currency Currency,
    decimal DefaultAgentRatePer1K,
    DateTimeOffset EffectiveFrom,
    DateTimeOffset PublishedAt,
    string PublishedBy,
    string Note,
    int? BaseVersion)
{
    /// <summary>Whether its author chose a time for it instead of publishing at once.</summary>
    public bool Scheduled { get; init; }

    /// <summary>The version whose prices it brought back; null when it is no roll back.</summary>
    public int? RestoredVersion { get; init; }

    /// <summary>Why it was published with prices below the margin floor; null when none is.</summary>
    public string? FloorReason { get; init; }

    /// <summary>When it was called off before its time; null for one that is, was or will be in force. Such a version never prices a job.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The subject of the actor who called it off; null together with <see cref="CancelledAt"/>.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>Whether it waits for its time at a moment.</summary>
    public bool IsScheduledAt(DateTimeOffset now) => Scheduled && CancelledAt is null && EffectiveFrom > now;
}
