using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>Fee and cost of the model (design.md §4). A null route means BYOK: the customer's own key paid, so both are 0.</summary>
internal static class LlmRule
{
    private const string ByokReason = "BYOK: the customer's own key paid the model";

    /// <summary>llm_fee = cost of the charged tokens × (1 + markup ÷ 100), rounded once.</summary>
    public static Money Fee<TTrace>(Currency currency, LlmRoute? route, in ChargedUse charged, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        if (route is null || charged.IsNothing)
        {
            trace.Rule(PricePart.LlmFee, route is null ? ByokReason : ChargedUse.NothingReason);
            return Money.Zero(currency);
        }

        if (charged.IsOutputOnly)
        {
            trace.Rule(PricePart.LlmFee, ChargedUse.OutputReason);
        }

        var cost = AtCost(route, charged.Tokens);
        var fee = cost * route.MarkupFactor;

        trace.TokensAtCost(PricePart.LlmFee, route, charged.Tokens, cost);
        trace.Markup(route, fee);
        return Money.Fee(fee, currency);
    }

    /// <summary>llm_cost = what the provider reported, else all tokens at the card's costs, rounded once.</summary>
    public static Money Cost<TTrace>(Currency currency, LlmRoute? route, JobUsage job, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        if (route is null)
        {
            trace.Rule(PricePart.LlmCost, ByokReason);
            return Money.Zero(currency);
        }

        if (job.ProviderCost is { } reported)
        {
            trace.ReportedCost(reported);
            return Money.Fee(reported, currency);
        }

        var tokens = JobTokens.Of(job);
        var cost = AtCost(route, tokens);

        trace.TokensAtCost(PricePart.LlmCost, route, tokens, cost);
        return Money.Fee(cost, currency);
    }

    /// <summary>(uncached × in + cached × (cached rate ?? in) + cache write × (cache-write rate ?? in) + output × out) ÷ 1,000, exact.</summary>
    private static decimal AtCost(LlmRoute route, in JobTokens tokens) =>
        ((tokens.Uncached * route.InputCostPer1K)
            + (tokens.Cached * (route.CachedInputCostPer1K ?? route.InputCostPer1K))
            + (tokens.CacheWrite * (route.CacheWriteCostPer1K ?? route.InputCostPer1K))
            + (tokens.Output * route.OutputCostPer1K))
        / 1_000m;
}
