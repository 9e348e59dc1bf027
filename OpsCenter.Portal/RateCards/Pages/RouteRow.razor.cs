using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A model: what it costs us, what we add, what the customer pays.</summary>
public sealed partial class RouteRow
{
    /// <summary>Whether the table has the columns of cache costs.</summary>
    [Parameter]
    public bool ShowsCache { get; set; }

    protected override object? Extra => ShowsCache;

    private RoutePrices Prices => RoutePrices.Of(Line.Row);

    private static string Plain(decimal? number) => number is { } value ? DecimalText.Format(value) : "";

    private string Price(decimal? per1K) => per1K is { } price ? DecimalText.Format(PriceUnits.Show(Unit, price)) : "";
}
