using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A tool: what a unit costs us and the customer, and which meter counts it.</summary>
public sealed partial class ToolRow
{
    private string Margin =>
        Line.Problem(RateCardColumns.UnitPrice) is null
        && Line.Problem(RateCardColumns.UnitCost) is null
        && Line.Row.Number(RateCardColumns.UnitPrice) is { } price
        && Line.Row.Number(RateCardColumns.UnitCost) is { } cost
            ? NumberText.Percent(PriceMargin.Percent(price, cost))
            : "";
}
