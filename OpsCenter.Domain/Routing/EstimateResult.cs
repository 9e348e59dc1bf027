using System.Collections.Immutable;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Domain.Routing;

/// <summary>The answer to an estimate: amounts, or what the card lacks for them.</summary>
public abstract record EstimateResult
{
    private EstimateResult()
    {
    }

    /// <summary>The card knows every price.</summary>
    /// <param name="Estimate">The amounts.</param>
    public sealed record Estimated(JobEstimate Estimate) : EstimateResult;

    /// <summary>Something is absent from the card: such a job would be held, so it should not start.</summary>
    /// <param name="Causes">Everything that is missing.</param>
    public sealed record Unknown(ImmutableArray<HoldCause> Causes) : EstimateResult;
}
