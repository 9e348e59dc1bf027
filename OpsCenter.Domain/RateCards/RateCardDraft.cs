using System.Collections.Immutable;

namespace OpsCenter.Domain.RateCards;

/// <summary>An operator's unpublished changes: a base version, and rows that differ from it.</summary>
/// <param name="BaseVersion">The version the operator started from.</param>
/// <param name="Changes">Rows as they shall be, by natural key; null: the row shall go.</param>
public sealed record RateCardDraft(int BaseVersion, ImmutableSortedDictionary<RateCardRowKey, RateCardRow?> Changes)
{
    /// <summary>A draft that changes nothing.</summary>
    public static RateCardDraft On(int baseVersion) => new(baseVersion, ImmutableSortedDictionary<RateCardRowKey, RateCardRow?>.Empty);

    /// <summary>The card as it shall be.</summary>
    /// <param name="baseSheet">The card of <see cref="BaseVersion"/>.</param>
    public RateCardSheet Apply(RateCardSheet baseSheet) =>
        Changes.Aggregate(baseSheet, (sheet, change) => sheet.With(change.Key, change.Value));

    /// <summary>The draft with one row changed. A row that says again what the base says is no change.</summary>
    /// <param name="baseSheet">The card of <see cref="BaseVersion"/>.</param>
    /// <param name="key">The row.</param>
    /// <param name="row">As it shall be; null: it shall go.</param>
    public RateCardDraft With(RateCardSheet baseSheet, RateCardRowKey key, RateCardRow? row) =>
        this with { Changes = RateCardRow.Equivalent(row, baseSheet.Find(key)) ? Changes.Remove(key) : Changes.SetItem(key, row) };
}
