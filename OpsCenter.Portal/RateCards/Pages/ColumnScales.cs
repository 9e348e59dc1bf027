using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>How many decimals each column of a table shows, so that the points of its numbers stand below each other.</summary>
public sealed class ColumnScales : IEquatable<ColumnScales>
{
    private const int Most = 12;
    private readonly Dictionary<string, int> decimals = new(StringComparer.Ordinal);

    private ColumnScales()
    {
    }

    /// <summary>Measures a table.</summary>
    public static ColumnScales Of(IReadOnlyList<CardLine> lines, PriceUnit unit)
    {
        var scales = new ColumnScales();

        foreach (var line in lines)
        {
            foreach (var column in RateCardColumns.Of(line.Key.Section).Where(c => c.IsNumber))
            {
                scales.Widen(column.Name, NumberText.Decimals(NumberText.Shown(line.Row, column, unit)));
            }

            if (line.Key.Section is RateCardSection.Routes)
            {
                scales.Widen(nameof(RoutePrices.Input), Decimals(RoutePrices.Of(line.Row).Input, unit));
                scales.Widen(nameof(RoutePrices.Output), Decimals(RoutePrices.Of(line.Row).Output, unit));
            }
        }

        return scales;
    }

    /// <summary>Decimals of a column, by its name.</summary>
    public int this[string column] => decimals.GetValueOrDefault(column);

    /// <inheritdoc />
    public bool Equals(ColumnScales? other) =>
        other is not null && decimals.Count == other.decimals.Count && decimals.All(d => other[d.Key] == d.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ColumnScales);

    /// <inheritdoc />
    public override int GetHashCode() => decimals.Values.Sum();

    private static int Decimals(decimal? per1K, PriceUnit unit) => per1K is { } price ? DecimalText.Decimals(PriceUnits.Show(unit, price)) : 0;

    private void Widen(string column, int count) => decimals[column] = Math.Max(this[column], Math.Min(count, Most));
}
