namespace OpsCenter.Domain.Routing;

/// <summary>The order of choice inside a class, name aside: higher margin, then lower price. Null rates (BYOK) and no tokens are all equal.</summary>
internal sealed class RouteComparer(TokenMix? mix) : IComparer<RouteRates?>
{
    public int Compare(RouteRates? x, RouteRates? y)
    {
        if (x is null || y is null || mix is not { } tokens)
        {
            return 0;
        }

        var byMargin = y.Margin.Of(tokens).CompareTo(x.Margin.Of(tokens));

        return byMargin != 0 ? byMargin : x.Price.Of(tokens).CompareTo(y.Price.Of(tokens));
    }

    /// <summary>Why a route comes after the chosen one of its class.</summary>
    public RoutingVerdict Verdict(RouteRates route, RouteRates chosen) =>
        Compare(route, chosen) == 0 || mix is not { } tokens ? RoutingVerdict.LaterName
        : route.Margin.Of(tokens) < chosen.Margin.Of(tokens) ? RoutingVerdict.LowerMargin
        : RoutingVerdict.HigherPrice;
}
