using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>
/// Estimates what a held job will cost the customer, with the same rules as a price. What the card knows is priced as it is. What it
/// lacks is taken at the dearest the card has: for a route the largest model fee any of its routes makes of these tokens, for an agent
/// the largest fee any of its agents or the default rate makes of them, with the failure policy <see cref="FailurePolicy.Bill"/>, for a
/// tool the largest unit price. It is an estimate and no upper bound: a later version may be dearer. A kind of thing the card has
/// none of counts 0, for want of anything to estimate from.
/// </summary>
internal static class HoldExposure
{
    /// <summary>The estimate, in the card's currency.</summary>
    public static Money Of(RateCard card, JobUsage job)
    {
        var agent = card.FindAgent(job.Agent);
        var charged = ChargedUse.Of(job, agent?.FailurePolicy ?? FailurePolicy.Bill);

        return LlmFee(card, job, charged) + AgentFee(card, agent, charged) + ToolsFee(card, job, charged);
    }

    private static Money LlmFee(RateCard card, JobUsage job, ChargedUse charged)
    {
        var currency = card.Content.Currency;

        if (job.Byok || card.FindRoute(job.Route) is { })
        {
            return LlmRule.Fee(currency, job.Byok ? null : card.FindRoute(job.Route), charged, default(NoTrace));
        }

        return card.Content.Routes
            .Select(route => LlmRule.Fee(currency, route, charged, default(NoTrace)))
            .Aggregate(Money.Zero(currency), Money.Max);
    }

    private static Money AgentFee(RateCard card, AgentPrice? agent, ChargedUse charged)
    {
        if (agent is not null)
        {
            return AgentFeeRule.Fee(card.Content, agent.RatePer1K, agent.MinFee, charged, default(NoTrace));
        }

        return card.Content.Agents
            .Select(a => AgentFeeRule.Fee(card.Content, a.RatePer1K, a.MinFee, charged, default(NoTrace)))
            .Aggregate(AgentFeeRule.Fee(card.Content, ownRate: null, minFee: 0m, charged, default(NoTrace)), Money.Max);
    }

    private static Money ToolsFee(RateCard card, JobUsage job, ChargedUse charged)
    {
        var none = Money.Zero(card.Content.Currency);

        if (charged.IsNothing)
        {
            return none;
        }

        var dearest = card.Content.Tools.Select(t => t.UnitPrice).DefaultIfEmpty(0m).Max();

        return job.Tools
            .Select(use => Money.Fee((card.FindTool(use.Tool)?.UnitPrice ?? dearest) * use.Units, none.Currency))
            .Aggregate(none, (sum, fee) => sum + fee);
    }
}
