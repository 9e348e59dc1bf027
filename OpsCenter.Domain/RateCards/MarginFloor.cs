using System.Collections.Immutable;

namespace OpsCenter.Domain.RateCards;

/// <summary>
/// The least share of a price that shall be left after its cost. Models and tools have costs; agents have none. A row that costs nothing
/// and is given away breaches nothing; one that costs something and is given away breaches every floor.
/// </summary>
/// <param name="Percent">Percent of the price, 0…99.9.</param>
public readonly record struct MarginFloor(decimal Percent)
{
    private const decimal GivenAway = -100m;

    /// <summary>The margin of a model or tool in percent of its price with one decimal, or null when it has none or cannot be read.</summary>
    public static decimal? MarginOf(RateCardRow row) => row.Section switch
    {
        RateCardSection.Routes => row.Number(RateCardColumns.Markup) is { } markup && IsCosted(row) ? PriceMargin.Percent(100m + markup, 100m) : null,
        RateCardSection.Tools => OfTool(row.Number(RateCardColumns.UnitPrice), row.Number(RateCardColumns.UnitCost)),
        RateCardSection.Card or RateCardSection.Agents => null,
    };

    /// <summary>Whether a margin is below the floor; one that is exactly on it is not.</summary>
    public bool IsAbove(decimal marginPercent) => marginPercent < Percent;

    /// <summary>The rows of a card below the floor, in its order.</summary>
    public ImmutableArray<MarginBreach> Breaches(RateCardSheet sheet)
    {
        var floor = this;

        return
        [
            .. sheet.Rows
                .Where(r => MarginOf(r.Value) is { } margin && floor.IsAbove(margin))
                .Select(r => new MarginBreach(r.Key, MarginOf(r.Value)!.Value)), // the filter let only margins through
        ];
    }

    /// <summary>The breaches that publishing would add or deepen. What was below the floor before and is no worse needs no new reason.</summary>
    public ImmutableArray<MarginBreach> NewBreaches(RateCardSheet before, RateCardSheet after)
    {
        var known = Breaches(before).ToDictionary(b => b.Key, b => b.MarginPercent);

        return [.. Breaches(after).Where(b => !known.TryGetValue(b.Key, out var was) || b.MarginPercent < was)];
    }

    private static bool IsCosted(RateCardRow row) =>
        row.Number(RateCardColumns.InputCost) is > 0 || row.Number(RateCardColumns.OutputCost) is > 0;

    private static decimal? OfTool(decimal? price, decimal? cost) => (price, cost) switch
    {
        ({ } p, { } c) when p != 0 => PriceMargin.Percent(p, c),
        (0m, > 0m) => GivenAway,
        _ => null,
    };
}
