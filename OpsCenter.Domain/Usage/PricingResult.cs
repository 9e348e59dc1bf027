using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage;

/// <summary>The answer of the pricing function: a price, or what is missing for one.</summary>
public abstract record PricingResult
{
    private PricingResult()
    {
    }

    /// <summary>The card knows every price.</summary>
    /// <param name="Price">Fees and costs.</param>
    public sealed record Priced(JobPrice Price) : PricingResult;

    /// <summary>Something is absent from the card: the job is held, never priced at 0.</summary>
    /// <param name="Causes">Everything that is missing, in the order of <see cref="HoldReason"/>, each thing once.</param>
    /// <param name="Exposure">
    /// Estimate of what the job will cost the customer, to be labelled as one wherever it is shown: what the card knows at its price,
    /// what it lacks at the dearest the card has of its kind. Never a charge, and no upper bound.
    /// </param>
    public sealed record Held(ImmutableArray<HoldCause> Causes, Money Exposure) : PricingResult;
}
