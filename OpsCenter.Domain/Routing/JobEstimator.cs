using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Domain.Routing;

/// <summary>What a job will cost, by the same function that prices it afterwards.</summary>
public static class JobEstimator
{
    /// <summary>Estimates a job that succeeds without help of the provider's cache.</summary>
    /// <param name="card">The version it would start with.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="tokens">What it is expected to use.</param>
    /// <param name="tools">Tools it is expected to use, each with more than 0 units.</param>
    /// <param name="route">The route it would run on, <c>provider:model</c>.</param>
    /// <param name="byok">Whether the customer's own key pays for the model.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of the bounds of <see cref="PriceLimits"/>, or the output tokens are out of order.</exception>
    public static EstimateResult EstimateJobCost(
        RateCard card, string agent, TokenEstimate tokens, ImmutableArray<ToolUse> tools, string route, bool byok)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tokens.LeastOutput, tokens.ExpectedOutput, nameof(tokens));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tokens.ExpectedOutput, tokens.MostOutput, nameof(tokens));

        var job = new JobUsage
        {
            Agent = agent,
            Route = route,
            Byok = byok,
            InputTokens = tokens.InputTokens,
            OutputTokens = tokens.ExpectedOutput,
            Tools = tools,
        };

        return JobPricer.Price(card, job) switch
        {
            PricingResult.Held held => new EstimateResult.Unknown(held.Causes),
            PricingResult.Priced { Price: var expected } => new EstimateResult.Estimated(new JobEstimate(
                Price(card, job with { OutputTokens = tokens.LeastOutput }),
                expected,
                Price(card, job with { OutputTokens = tokens.MostOutput }))),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType()}."),
        };
    }

    // Whether a job can be priced does not depend on how many tokens it used.
    private static JobPrice Price(RateCard card, JobUsage job) => ((PricingResult.Priced)JobPricer.Price(card, job)).Price;
}
