using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>Keeps nothing; the just-in-time compiler removes the calls.</summary>
internal readonly struct NoTrace : IPriceTraceSink
{
    public void Rule(PricePart part, string reason)
    {
    }

    public void TokensAtCost(PricePart part, LlmRoute route, JobTokens tokens, decimal exact)
    {
    }

    public void Markup(LlmRoute route, decimal exact)
    {
    }

    public void AgentTokens(long tokens, decimal rate, bool isDefaultRate, decimal exact, bool minimumFollows)
    {
    }

    public void MinimumFee(decimal minimum, bool waived, decimal exact)
    {
    }

    public void ReportedCost(decimal reported)
    {
    }

    public void ToolUnits(PricePart part, ToolPrice tool, decimal units, decimal perUnit, decimal exact)
    {
    }

    public void ToolsSum(PricePart part, decimal sum)
    {
    }

    public void Total(Money llmFee, Money agentFee, Money toolsFee)
    {
    }

    public void CostAndMargin(JobPrice price)
    {
    }
}
