using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>The prices that shall be published.</summary>
/// <param name="Before">The card in force.</param>
/// <param name="After">The card as it shall be.</param>
/// <param name="Restored">The version whose prices these are, when it is a roll back; else null.</param>
/// <param name="IdsOf">A version that knows ids of rows that come back, besides <paramref name="Restored"/>; null when none does.</param>
internal sealed record PublishPlan(RateCard Before, RateCardSheet After, RateCard? Restored = null, RateCard? IdsOf = null)
{
    public RateCardSheet BeforeSheet { get; } = RateCardSheet.Of(Before.Content);

    public IReadOnlyList<RowDifference> Differences => RateCardDiff.Between(BeforeSheet, After);
}
