using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;
using OpsCenter.Portal.Tests.Usage.Pricing;

namespace OpsCenter.Portal.Tests.Routing;

/// <summary>A card and a job that needs a route, made at random.</summary>
public sealed record RoutingCase(RateCardContent Content, RoutingRequest Request)
{
    public IEnumerable<LlmRoute> Active => Content.Routes.Where(r => r.Active);

    public RouteClass? Preferred => Content.Agents[0].PreferredClass;

    public RouteClass FirstClass => Preferred ?? RouteClass.House;

    public RoutingReceipt Choose() => JobRouter.Choose(GoldenCard.Publish(Content), Request);

    public bool IsByokUsable(LlmRoute route) =>
        Request.MayUseByok
        && route is { Active: true, ByokEnabled: true }
        && Request.KeyedProviders.Contains(route.Provider)
        && !Request.RefusedProviders.Contains(route.Provider)
        && !Request.UnreadableProviders.Contains(route.Provider);

    /// <summary>Margin on this job × 1,000, exact: the dearest card and the most tokens stay within 28 digits.</summary>
    public decimal Margin(LlmRoute route) => Price(route) - Of(route.InputCostPer1K, route.OutputCostPer1K);

    /// <summary>Model fee of this job × 1,000, exact.</summary>
    public decimal Price(LlmRoute route) => Of(route.InputPricePer1K, route.OutputPricePer1K);

    private decimal Of(decimal input, decimal output) => (input * Request.InputTokens) + (output * Request.OutputTokens);
}
