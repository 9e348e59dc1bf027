using FsCheck;
using FsCheck.Fluent;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;
using OpsCenter.Portal.Tests.Usage.Pricing;

namespace OpsCenter.Portal.Tests.Routing;

/// <summary>Cards whose routes often tie: rates, markups and tokens come from few small numbers as often as from all that is allowed.</summary>
public static class RoutingGenerators
{
    private static readonly string[] Providers = ["a", "b", "c"];

    public static Arbitrary<RoutingCase> Cases() => Case().ToArbitrary();

    private static Gen<RoutingCase> Case() =>
        from count in Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(7, 60))
        from isCoarse in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from activeShare in Gen.Choose(0, 4)
        from routes in Gen.CollectToArray(Enumerable.Range(0, count), n => Route(n, isCoarse, activeShare))
        from agent in Agent()
        from request in Request()
        select new RoutingCase(new RateCardContent(Currency.Usd, 0.005m, [.. routes], [agent], []), request);

    private static Gen<LlmRoute> Route(int number, bool isCoarse, int activeShare) =>
        from provider in Gen.Elements(Providers)
        from costs in Gen.ArrayOf(isCoarse ? Coarse() : Fine(PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals), 2)
        from markup in isCoarse ? Gen.Elements(0m, 50m, 100m, 200m) : Fine(PriceLimits.MaxMarkupPercent, PriceLimits.MarkupDecimals)
        from isHouse in Flag()
        from byok in Flag()
        from dice in Gen.Choose(1, 4)
        select GoldenCard.Route($"{provider}:m{number * 7 % 60}", costs[0], costs[1], markup) with
        {
            Class = isHouse ? RouteClass.House : RouteClass.Frontier,
            ByokEnabled = byok,
            Active = dice <= activeShare,
        };

    private static Gen<AgentPrice> Agent() =>
        from preferred in Gen.Elements<RouteClass?>(null, RouteClass.House, RouteClass.Frontier)
        select GoldenCard.Agent("agent", 0.008m) with { PreferredClass = preferred };

    private static Gen<RoutingRequest> Request() =>
        from input in Tokens()
        from output in Tokens()
        from mayUseByok in Flag()
        from keyed in Gen.SubListOf(Providers)
        from refused in Few()
        from unreadable in Few()
        select new RoutingRequest("agent", input, output)
        {
            MayUseByok = mayUseByok,
            KeyedProviders = [.. keyed],
            RefusedProviders = [.. refused],
            UnreadableProviders = [.. unreadable],
        };

    private static Gen<IEnumerable<string>> Few() => Gen.Frequency((2, Gen.Constant<IEnumerable<string>>([])), (1, Gen.SubListOf(Providers).Select(l => l.AsEnumerable())));

    private static Gen<long> Tokens() =>
        Gen.OneOf(Gen.Choose(0, 4).Select(n => (long)n), Gen.Choose(0, 100_000).Select(n => (long)n), Gen.Elements(PriceLimits.MaxTokens - 1, PriceLimits.MaxTokens));

    private static Gen<decimal> Coarse() => Gen.Choose(0, 6).Select(n => n * 0.001m);

    private static Gen<decimal> Fine(decimal most, int decimals)
    {
        var one = new decimal(1, 0, 0, isNegative: false, (byte)decimals);

        return Gen.Two(Gen.Choose(0, int.MaxValue)).Select(halves => ((((long)halves.Item1 << 31) + halves.Item2) % ((long)(most / one) + 1)) * one);
    }

    private static Gen<bool> Flag() => Gen.Elements(true, false);
}
