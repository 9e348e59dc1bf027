using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>
/// A route with its margin and model fee per 1,000 tokens as whole numbers: rates have 10 decimals and markup factors 4, so that
/// 14 decimals hold every product exactly (see <see cref="PriceLimits"/>).
/// </summary>
internal sealed class RouteRates
{
    private const decimal Steps = 100_000_000_000_000m;

    public RouteRates(LlmRoute route)
    {
        Route = route;
        Price = new RatePair(Whole(route.InputPricePer1K), Whole(route.OutputPricePer1K));
        Margin = new RatePair(
            Price.Input - Whole(route.InputCostPer1K),
            Price.Output - Whole(route.OutputCostPer1K));
    }

    public LlmRoute Route { get; }

    public RatePair Margin { get; }

    public RatePair Price { get; }

    private static Int128 Whole(decimal rate)
    {
        var steps = rate * Steps;

        return DecimalText.Decimals(steps) == 0
            ? (Int128)steps
            : throw new ArgumentException($"{rate} has more decimals than a rate of the card may have.", nameof(rate));
    }
}
