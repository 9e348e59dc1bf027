using FsCheck;
using FsCheck.Fluent;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.RateCards.Yaml;

/// <summary>Random cards that could be published, with every name and price that YAML could take for something else.</summary>
public static class ValidCards
{
    private static readonly string[] Models =
        ["gpt-4", "true", "null", "~", "1.50", "0x1F", "-", "-a", "#a", "a#b", "a:b", ":", "*x", "&y", "!z", "%p", "@q", "`r", "{a}", "[b", "'c", "\"d\"", "\\e", "é", "no", "1e3", "<<", "=", "2026-01-01", "|", ">", "?"];

    private static readonly string[] Prose =
        ["x", "true", "null", "~", "1.50", "two words", "a: b", "a #b", "- a", "'quoted' \"twice\"", "\\n", "é😀", "line\u2028paragraph\u2029", "\uFEFFmark", "no\u00A0break", "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789", "ends with: "];

    private static readonly string[] Identifiers = ["a", "true", "null", "1.50", "-", "_", ".", "web.search", "0x1F", "NO", "1e3", "-1"];

    public static Arbitrary<RateCardContent> Cards() => (
        from rate in Number(PriceLimits.RateDecimals, PriceLimits.MaxRatePer1K)
        from routes in Gen.Elements(Models).SelectMany(Route).ArrayOf()
        from agents in Gen.Elements(Identifiers).SelectMany(Agent).ArrayOf()
        from tools in Gen.Elements(Identifiers).SelectMany(Tool).ArrayOf()
        select new RateCardContent(
            Currency.Usd, rate, [.. routes.DistinctBy(r => r.Route)], [.. agents.DistinctBy(a => a.Name)], [.. tools.DistinctBy(t => t.Name)])).ToArbitrary();

    private static Gen<decimal> Number(int decimals, decimal max) =>
        from scale in Gen.Choose(0, decimals)
        from digits in Gen.Choose(0, 999_999_999)
        select Math.Min(new decimal(digits, 0, 0, isNegative: false, (byte)scale), max);

    private static Gen<decimal?> Optional(Gen<decimal> number) => Gen.OneOf(Gen.Constant<decimal?>(null), number.Select(n => (decimal?)n));

    private static Gen<LlmRoute> Route(string model) =>
        from provider in Gen.Elements("openai", "null", "1.5", "-", "true")
        from costs in Number(PriceLimits.RateDecimals, PriceLimits.MaxRatePer1K).ArrayOf(2)
        from cached in Optional(Number(PriceLimits.RateDecimals, PriceLimits.MaxRatePer1K))
        from written in Optional(Number(PriceLimits.RateDecimals, PriceLimits.MaxRatePer1K))
        from markup in Number(PriceLimits.MarkupDecimals, PriceLimits.MaxMarkupPercent)
        from house in Gen.Elements(RouteClass.House, RouteClass.Frontier)
        from byok in Gen.Elements(true, false)
        from active in Gen.Elements(true, false)
        select new LlmRoute(Guid.Empty, provider, model, house, costs[0], costs[1], cached, written, markup, byok, active);

    private static Gen<AgentPrice> Agent(string name) =>
        from display in Gen.Elements(Prose)
        from description in Gen.Elements([.. Prose, ""])
        from rate in Optional(Number(PriceLimits.RateDecimals, PriceLimits.MaxRatePer1K))
        from minimum in Number(PriceLimits.JobAmountDecimals, PriceLimits.MaxJobAmount)
        from ceiling in Gen.Elements<decimal?>(null, PriceLimits.MaxJobAmount)
        from policy in Gen.Elements(Enum.GetValues<FailurePolicy>())
        from active in Gen.Elements(true, false)
        from preferred in Gen.Elements<RouteClass?>(null, RouteClass.House, RouteClass.Frontier)
        select new AgentPrice(Guid.Empty, name, display, description, rate, minimum, ceiling, policy, active, preferred);

    private static Gen<ToolPrice> Tool(string name) =>
        from unit in Gen.Elements(Identifiers)
        from prices in Number(PriceLimits.UnitPriceDecimals, PriceLimits.MaxUnitPrice).ArrayOf(2)
        from meter in Gen.Elements(Identifiers)
        from active in Gen.Elements(true, false)
        select new ToolPrice(Guid.Empty, name, unit, prices[0], prices[1], meter, active);
}
