using System.Collections.Immutable;

namespace OpsCenter.Domain.RateCards;

/// <summary>Compares two rate cards row by row, by natural key.</summary>
public static class RateCardDiff
{
    /// <summary>What turns <paramref name="before"/> into <paramref name="after"/>, ordered by section and name.</summary>
    public static ImmutableArray<RowDifference> Between(RateCardSheet before, RateCardSheet after) =>
    [
        .. before.Rows.Keys.Union(after.Rows.Keys).Order()
            .Select(key => new RowDifference(key, before.Find(key), after.Find(key)))
            .Where(d => d.Before is null || !d.Before.Equivalent(d.After)),
    ];

    /// <summary>What turns one card's prices into another's. Ids are no prices and are not compared.</summary>
    public static ImmutableArray<RowDifference> Between(RateCardContent before, RateCardContent after) =>
        Between(RateCardSheet.Of(before), RateCardSheet.Of(after));
}
