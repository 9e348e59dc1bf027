using System.Collections.Immutable;

namespace OpsCenter.Domain.RateCards;

/// <summary>What became of one row. One of <paramref name="Before"/> and <paramref name="After"/> is there.</summary>
/// <param name="Key">The row.</param>
/// <param name="Before">The row before; null: it was added.</param>
/// <param name="After">The row afterwards; null: it was removed.</param>
public sealed record RowDifference(RateCardRowKey Key, RateCardRow? Before, RateCardRow? After)
{
    /// <summary>Whether the row was added, removed or changed.</summary>
    public DifferenceKind Kind => (Before, After) switch
    {
        (null, _) => DifferenceKind.Added,
        (_, null) => DifferenceKind.Removed,
        _ => DifferenceKind.Changed,
    };

    /// <summary>The columns that say something else, in reading order; of an added or removed row, all that say something.</summary>
    public ImmutableArray<FieldDifference> Fields =>
    [
        .. RateCardColumns.Of(Key.Section)
            .Select(c => new FieldDifference(c, Text(Before, c), Text(After, c)))
            .Where(f => f.Before != f.After),
    ];

    private static string Text(RateCardRow? row, RateCardColumn column) => row is null ? "" : column.Canonical(row[column]);
}
