using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>What an operator edits: a published version and their own changes to it.</summary>
/// <param name="Base">The version the changes are made to.</param>
/// <param name="BaseSheet">The same as text rows.</param>
/// <param name="Draft">The operator's changes; none when they have no draft.</param>
/// <param name="SavedAt">When the last change was saved; null without a draft.</param>
/// <param name="Newer">What colleagues published since; null when the base is the newest version.</param>
public sealed record DraftView(
    RateCardVersionView Base, RateCardSheet BaseSheet, RateCardDraft Draft, DateTimeOffset? SavedAt, ColleagueChanges? Newer)
{
    /// <summary>The version that waits for its time; null when none does.</summary>
    public RateCardVersionView? Scheduled { get; init; }

    /// <summary>The highest number a version has, cancelled ones included; the next one follows it.</summary>
    public int LastNumber { get; init; }

    /// <summary>The card as it shall be.</summary>
    public RateCardSheet Sheet => Draft.Apply(BaseSheet);

    /// <summary>What publishing would change.</summary>
    public IReadOnlyList<RowDifference> Differences => RateCardDiff.Between(BaseSheet, Sheet);
}
