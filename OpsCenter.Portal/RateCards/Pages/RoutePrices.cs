using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What follows from the numbers of a route, as far as they can be read.</summary>
/// <param name="Factor">What a customer pays for each unit of model cost.</param>
/// <param name="Input">Price of 1,000 input tokens.</param>
/// <param name="Output">Price of 1,000 output tokens.</param>
/// <param name="MarginPercent">Share of the price that is left: the same for input and output, because both have the same factor.</param>
public sealed record RoutePrices(decimal? Factor, decimal? Input, decimal? Output, decimal? MarginPercent)
{
    /// <summary>Computes from what is typed. A number beyond its limits gives no price.</summary>
    public static RoutePrices Of(RateCardRow row)
    {
        var factor = 1m + (Valid(row, RateCardColumns.Markup) / 100m);

        return new RoutePrices(
            factor,
            Valid(row, RateCardColumns.InputCost) * factor,
            Valid(row, RateCardColumns.OutputCost) * factor,
            factor is { } price ? PriceMargin.Percent(price, 1m) : null);
    }

    private static decimal? Valid(RateCardRow row, RateCardColumn column) =>
        CellRules.Check(column, row[column]) is null ? row.Number(column) : null;
}
