using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>The rules of design.md §4 written a second time, in fractions. Only for jobs that a card can price.</summary>
internal sealed record ExactOracle(Fraction LlmFee, Fraction AgentFee, Fraction ToolsFee, Fraction LlmCost, Fraction ToolsCost)
{
    public Fraction Total => LlmFee + AgentFee + ToolsFee;

    public Fraction Margin => Total - LlmCost - ToolsCost;

    public static ExactOracle Of(RateCardContent card, JobUsage job)
    {
        var agent = card.Agents.Single(a => a.Name == job.Agent);
        var succeeded = job.Status is JobStatus.Succeeded;
        var free = !succeeded && agent.FailurePolicy is FailurePolicy.Free;
        var inputCounts = succeeded || agent.FailurePolicy is FailurePolicy.Bill;
        var model = job.Byok ? null : card.Routes.Single(r => r.Route == job.Route);

        Fraction agentTokens = (inputCounts ? job.InputTokens : 0) + job.OutputTokens;
        var agentFee = agentTokens * (agent.RatePer1K ?? card.DefaultAgentRatePer1K) / 1_000L;
        var llmFee = model is null ? 0L : ModelCost(model, job, inputCounts) * (1L + ((Fraction)model.MarkupPercent / 100L));
        var llmCost = model is null ? 0L : job.ProviderCost ?? ModelCost(model, job, inputCounts: true);

        return new ExactOracle(
            free ? 0L : llmFee.Rounded(),
            free ? 0L : Fraction.Max(agentFee, succeeded ? agent.MinFee : 0L).Rounded(),
            free ? 0L : ToolsSum(card, job, t => t.UnitPrice),
            llmCost.Rounded(),
            ToolsSum(card, job, t => t.UnitCost));
    }

    private static Fraction ModelCost(LlmRoute route, JobUsage job, bool inputCounts)
    {
        Fraction uncached = job.InputTokens - job.CachedInputTokens - job.CacheWriteTokens;
        Fraction input = (uncached * route.InputCostPer1K)
            + ((Fraction)job.CachedInputTokens * (route.CachedInputCostPer1K ?? route.InputCostPer1K))
            + ((Fraction)job.CacheWriteTokens * (route.CacheWriteCostPer1K ?? route.InputCostPer1K));

        return ((inputCounts ? input : 0L) + ((Fraction)job.OutputTokens * route.OutputCostPer1K)) / 1_000L;
    }

    private static Fraction ToolsSum(RateCardContent card, JobUsage job, Func<ToolPrice, Fraction> perUnit) =>
        job.Tools.Aggregate((Fraction)0L, (sum, use) => sum + (perUnit(card.Tools.Single(t => t.Name == use.Tool)) * use.Units).Rounded());
}
