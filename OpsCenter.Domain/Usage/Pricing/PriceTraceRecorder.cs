using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using static OpsCenter.Domain.Usage.Pricing.TraceOperator;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>Puts what the rules calculated into words and keeps it as the steps of a trace.</summary>
internal readonly struct PriceTraceRecorder(Currency currency) : IPriceTraceSink
{
    private readonly ImmutableArray<TraceStep>.Builder steps = ImmutableArray.CreateBuilder<TraceStep>();
    private readonly string money = currency.Code;

    public PriceTrace ToTrace() => new(steps.ToImmutable());

    public void Rule(PricePart part, string reason) => Keep(part, reason, [], exact: 0m);

    public void TokensAtCost(PricePart part, LlmRoute route, JobTokens tokens, decimal exact)
    {
        var input = tokens.Uncached == tokens.Input ? "input tokens" : "uncached input tokens";
        ImmutableArray<TraceFactor> factors =
        [
            .. AtRate(tokens.Uncached, input, route.InputCostPer1K),
            .. tokens.Cached > 0 ? AtRate(tokens.Cached, "cached input tokens", route.CachedInputCostPer1K ?? route.InputCostPer1K) : [],
            .. tokens.CacheWrite > 0 ? AtRate(tokens.CacheWrite, "cache-write tokens", route.CacheWriteCostPer1K ?? route.InputCostPer1K) : [],
            .. AtRate(tokens.Output, "output tokens", route.OutputCostPer1K),
        ];

        if (part is PricePart.LlmFee)
        {
            Carry(part, $"{route.Route} before markup", factors, exact);
        }
        else
        {
            Keep(part, $"{route.Route} at the card's cost", factors, exact);
        }
    }

    public void Markup(LlmRoute route, decimal exact)
    {
        var percent = $"{TraceFactor.Format(route.MarkupPercent)} % markup";

        Keep(PricePart.LlmFee, percent, [LastResult(Add, "before markup"), new(Multiply, route.MarkupFactor, "", percent)], exact);
    }

    public void AgentTokens(long tokens, decimal rate, bool isDefaultRate, decimal exact, bool minimumFollows)
    {
        var factors = AtRate(tokens, "input and output tokens", rate, isDefaultRate ? "default agent rate" : "");

        if (minimumFollows)
        {
            Carry(PricePart.AgentFee, "Agent before minimum fee", factors, exact);
        }
        else
        {
            Keep(PricePart.AgentFee, "Agent", factors, exact);
        }
    }

    public void MinimumFee(decimal minimum, bool waived, decimal exact)
    {
        var name = waived ? "no minimum fee on a failed or aborted job" : "minimum fee";

        Keep(PricePart.AgentFee, "Agent with minimum fee", [LastResult(Add, "before minimum fee"), new(Max, minimum, money, name)], exact);
    }

    public void ReportedCost(decimal reported) =>
        Keep(PricePart.LlmCost, "Reported by the provider", [new(Add, reported, money, "reported")], reported);

    public void ToolUnits(PricePart part, ToolPrice tool, decimal units, decimal perUnit, decimal exact) =>
        Keep(part, tool.Name, [new(Add, units, "units", ""), new(Multiply, perUnit, $"{money} per {tool.UnitType}", "")], exact);

    public void ToolsSum(PricePart part, decimal sum)
    {
        var unit = money;

        Carry(part, "All tools", [.. steps.Where(s => s.Part == part).Select(s => ResultOf(s, unit, Add, s.Label))], sum);
    }

    public void Total(Money llmFee, Money agentFee, Money toolsFee)
    {
        ImmutableArray<TraceFactor> fees =
            [Amount(PricePart.LlmFee, "LLM fee"), Amount(PricePart.AgentFee, "agent fee"), Amount(PricePart.ToolsFee, "tools fee")];

        Carry(PricePart.Total, "Total", fees, (llmFee + agentFee + toolsFee).Amount);
    }

    public void CostAndMargin(JobPrice price)
    {
        Carry(PricePart.Cost, "Cost", [Amount(PricePart.LlmCost, "LLM cost"), Amount(PricePart.ToolsCost, "tools cost")], price.Cost.Amount);
        Carry(PricePart.Margin, "Margin", [Amount(PricePart.Total, "total"), Amount(PricePart.Cost, "cost", Subtract)], price.Margin.Amount);
    }

    private ImmutableArray<TraceFactor> AtRate(long tokens, string unit, decimal rate, string rateName = "") =>
        [new(Add, tokens, unit, ""), new(Multiply, rate, $"{money} per 1K", rateName), new(Divide, 1_000m, "", "")];

    private TraceFactor LastResult(TraceOperator joining, string name) => ResultOf(steps[^1], money, joining, name);

    private TraceFactor Amount(PricePart part, string name, TraceOperator joining = Add) =>
        ResultOf(steps.Last(s => s.Part == part), money, joining, name);

    private static TraceFactor ResultOf(TraceStep step, string unit, TraceOperator joining, string name) =>
        new(joining, step.Result, unit, name, step.Number);

    private void Keep(PricePart part, string label, ImmutableArray<TraceFactor> factors, decimal exact) =>
        steps.Add(new(steps.Count + 1, part, label, factors, exact, Rounding.Fee(exact)));

    private void Carry(PricePart part, string label, ImmutableArray<TraceFactor> factors, decimal exact) =>
        steps.Add(new(steps.Count + 1, part, label, factors, exact, Rounded: null));
}
