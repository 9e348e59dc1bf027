using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>Random cards and jobs that reach every corner of <see cref="PriceLimits"/>, bounds and smallest steps being as likely as the middle.</summary>
public static class PricingGenerators
{
    private static readonly string[] Names = ["a", "b", "c"];

    public static Arbitrary<PricingCase> Cases() => Case(unknown: 2).ToArbitrary();

    public static Arbitrary<PriceableCase> PriceableCases() =>
        Case(unknown: 0).Select(c => new PriceableCase(c.Content, c.Job)).ToArbitrary();

    public static Arbitrary<Increase> Increases() =>
        Gen.OneOf(Gen.Elements(0m, 0.000000001m, 0.000001m, 0.5m, 1m), Amount(1m, 9)).Select(share => new Increase(share)).ToArbitrary();

    private static Gen<PricingCase> Case(int unknown) =>
        from content in Content()
        from job in Job(unknown)
        select new PricingCase(content, job);

    private static Gen<RateCardContent> Content() =>
        from rate in Amount(PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals)
        from routes in Gen.CollectToArray(Names, Route)
        from agents in Gen.CollectToArray(Names, Agent)
        from tools in Gen.CollectToArray(Names, Tool)
        select new RateCardContent(Currency.Usd, rate, [.. routes], [.. agents], [.. tools]);

    private static Gen<LlmRoute> Route(string name) =>
        from rates in Gen.ArrayOf(Amount(PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals), 4)
        from markup in Amount(PriceLimits.MaxMarkupPercent, PriceLimits.MarkupDecimals)
        from hasCachedRate in Flag()
        from hasCacheWriteRate in Flag()
        from active in Flag()
        select GoldenCard.Route($"{name}:{name}", rates[0], rates[1], markup) with
        {
            CachedInputCostPer1K = hasCachedRate ? rates[2] : null,
            CacheWriteCostPer1K = hasCacheWriteRate ? rates[3] : null,
            Active = active,
        };

    private static Gen<AgentPrice> Agent(string name) =>
        from rate in Amount(PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals)
        from hasRate in Flag()
        from minFee in Amount(PriceLimits.MaxJobAmount, PriceLimits.JobAmountDecimals)
        from policy in Gen.Elements(Enum.GetValues<FailurePolicy>())
        select GoldenCard.Agent(name, hasRate ? rate : null, minFee, policy);

    private static Gen<ToolPrice> Tool(string name) =>
        from price in Amount(PriceLimits.MaxUnitPrice, PriceLimits.UnitPriceDecimals)
        from cost in Amount(PriceLimits.MaxUnitPrice, PriceLimits.UnitPriceDecimals)
        select GoldenCard.Tool(name, price, cost);

    private static Gen<JobUsage> Job(int unknown) =>
        from agent in Name(unknown)
        from model in Name(unknown)
        from byok in Flag()
        from status in Gen.Elements(Enum.GetValues<JobStatus>())
        from input in Whole(PriceLimits.MaxTokens)
        from cached in Whole(input)
        from written in Whole(input - cached)
        from output in Whole(PriceLimits.MaxTokens)
        from reports in Flag()
        from reported in Gen.OneOf(Amount(JobUsage.MaxProviderCost, 9), Amount(1_000m, 14))
        from tools in Tools(unknown)
        select new JobUsage
        {
            Agent = agent,
            Route = $"{model}:{model}",
            Byok = byok,
            Status = status,
            InputTokens = input,
            CachedInputTokens = cached,
            CacheWriteTokens = written,
            OutputTokens = output,
            ProviderCost = reports ? reported : null,
            Tools = tools,
        };

    private static Gen<ImmutableArray<ToolUse>> Tools(int unknown) =>
        from count in Gen.Frequency((3, Gen.Choose(0, 3)), (1, Gen.Choose(4, PriceLimits.MaxTools)))
        from uses in Gen.ArrayOf(Use(unknown), count)
        select uses.ToImmutableArray();

    private static Gen<ToolUse> Use(int unknown) =>
        from name in Name(unknown)
        from units in Amount(PriceLimits.MaxUnits, PriceLimits.UnitDecimals)
        select new ToolUse(name, units > 0 ? units : 0.000001m);

    private static Gen<string> Name(int unknown) => Gen.Frequency((7, Gen.Elements(Names)), (unknown, Gen.Elements("nobody", "nothing")));

    private static Gen<bool> Flag() => Gen.Elements(true, false);

    private static Gen<long> Whole(long most) =>
        Gen.OneOf(Gen.Elements(0L, Math.Min(1L, most), most), UpTo(Math.Min(10_000, most)), UpTo(most));

    private static Gen<long> UpTo(long most) =>
        Gen.Two(Gen.Choose(0, int.MaxValue)).Select(halves => (((long)halves.Item1 << 31) + halves.Item2) % (most + 1));

    /// <summary>0…<paramref name="most"/>, now and then with all trailing zeros, as a database column hands it out.</summary>
    private static Gen<decimal> Amount(decimal most, int decimals)
    {
        var one = new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        var steps = (long)(most / one);

        return from count in Gen.OneOf(Gen.Elements(0, 1, steps - 1, steps), UpTo(steps), UpTo(steps / 10_000))
               from trimmed in Flag()
               select trimmed ? DecimalText.Trimmed(count * one) : count * one;
    }
}
