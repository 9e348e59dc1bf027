using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>The use that fees are calculated from. Costs are calculated from all of it, whatever the customer pays for.</summary>
/// <param name="Basis">What the customer pays for.</param>
/// <param name="Tokens">The tokens that count for fees.</param>
internal readonly record struct ChargedUse(ChargeBasis Basis, JobTokens Tokens)
{
    /// <summary>Why a part is 0, or why input counts 0, in a trace.</summary>
    public const string NothingReason = "Failed or aborted job, policy free: nothing is charged";

    /// <inheritdoc cref="NothingReason" />
    public const string OutputReason = "Failed or aborted job, policy output only: input counts 0";

    /// <summary>Whether nothing at all is charged.</summary>
    public bool IsNothing => Basis is ChargeBasis.Nothing;

    /// <summary>Whether input was left out.</summary>
    public bool IsOutputOnly => Basis is ChargeBasis.OutputAndTools;

    /// <summary>Applies the failure policy of the job's agent.</summary>
    public static ChargedUse Of(JobUsage job, FailurePolicy policy)
    {
        var basis = BasisOf(job.Status, policy);

        return new(basis, basis is ChargeBasis.OutputAndTools ? JobTokens.OutputOf(job) : JobTokens.Of(job));
    }

    private static ChargeBasis BasisOf(JobStatus status, FailurePolicy policy) => status switch
    {
        JobStatus.Succeeded => ChargeBasis.Everything,
        JobStatus.Failed or JobStatus.Aborted => policy switch
        {
            FailurePolicy.Bill => ChargeBasis.WithoutMinimum,
            FailurePolicy.OutputOnly => ChargeBasis.OutputAndTools,
            FailurePolicy.Free => ChargeBasis.Nothing,
        },
    };
}
