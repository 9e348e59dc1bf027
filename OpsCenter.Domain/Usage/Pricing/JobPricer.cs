using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>
/// The pricing function: what a job costs by one version of the rate card. Pure and exact; the same job and version give the same
/// answer for ever, to the last digit. Whether a row is active does not matter: that is about starting jobs, not about finished ones.
/// </summary>
public static class JobPricer
{
    /// <summary>Prices a job, or says all that is missing for it.</summary>
    /// <param name="card">The version in force when the job happened.</param>
    /// <param name="job">What it used, within the bounds of <see cref="PriceLimits"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds; the exception names the field.</exception>
    public static PricingResult Price(RateCard card, JobUsage job) => Price(card, job, default(NoTrace));

    /// <summary>Prices a job as <see cref="Price(RateCard, JobUsage)"/> does, by the same rules, and tells how.</summary>
    /// <inheritdoc cref="Price(RateCard, JobUsage)" />
    public static ExplainedPrice Explain(RateCard card, JobUsage job)
    {
        var trace = new PriceTraceRecorder(card.Content.Currency);
        var result = Price(card, job, trace);

        return new ExplainedPrice(result, trace.ToTrace());
    }

    /// <summary>Tells the tools fee and tools cost of a priced job apart by tool entry; they add up to them exactly.</summary>
    /// <param name="card">The version that priced the job.</param>
    /// <param name="job">What it used.</param>
    /// <exception cref="ArgumentException">The version does not know the job's agent or one of its tools.</exception>
    public static ImmutableArray<ToolShare> ToolShares(RateCard card, JobUsage job)
    {
        if (job.Tools.IsEmpty)
        {
            return [];
        }

        if (card.FindAgent(job.Agent) is not { } agent || LacksATool(card, job.Tools))
        {
            throw new ArgumentException($"Version {card.Version} did not price this job.", nameof(card));
        }

        var charged = ChargedUse.Of(job, agent.FailurePolicy);

        return [.. job.Tools.Select(use => ToolsRule.Share(card, use, charged))];
    }

    /// <summary>The model fee that a job on the customer's own key would have had on the card: what BYOK avoided, by the same rule and rounding.</summary>
    /// <param name="card">The version that priced the job.</param>
    /// <param name="job">What it used.</param>
    /// <returns>Null when the card knows no such route or agent, so that nobody can say.</returns>
    public static Money? AvoidedFee(RateCard card, JobUsage job) =>
        card.FindRoute(job.Route) is { } route && card.FindAgent(job.Agent) is { } agent
            ? LlmRule.Fee(card.Content.Currency, route, ChargedUse.Of(job, agent.FailurePolicy), default(NoTrace))
            : null;

    private static PricingResult Price<TTrace>(RateCard card, JobUsage job, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        UsageBounds.Demand(job);

        var route = job.Byok ? null : card.FindRoute(job.Route);
        var agent = card.FindAgent(job.Agent);

        if (agent is null || (route is null && !job.Byok) || LacksATool(card, job.Tools))
        {
            return new PricingResult.Held(HoldCauses.Of(card, job), HoldExposure.Of(card, job));
        }

        return new PricingResult.Priced(Price(card, job, route, agent, trace));
    }

    private static JobPrice Price<TTrace>(RateCard card, JobUsage job, LlmRoute? route, AgentPrice agent, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        var currency = card.Content.Currency;
        var charged = ChargedUse.Of(job, agent.FailurePolicy);

        var llmFee = LlmRule.Fee(currency, route, charged, trace);
        var agentFee = AgentFeeRule.Fee(card.Content, agent.RatePer1K, agent.MinFee, charged, trace);
        var toolsFee = ToolsRule.Fee(card, job, charged, trace);
        trace.Total(llmFee, agentFee, toolsFee);

        var llmCost = LlmRule.Cost(currency, route, job, trace);
        var toolsCost = ToolsRule.Cost(card, job, trace);
        var price = new JobPrice(llmFee, agentFee, toolsFee, llmCost, toolsCost);
        trace.CostAndMargin(price);

        return price;
    }

    private static bool LacksATool(RateCard card, ImmutableArray<ToolUse> tools)
    {
        foreach (var use in tools)
        {
            if (card.FindTool(use.Tool) is null)
            {
                return true;
            }
        }

        return false;
    }
}
