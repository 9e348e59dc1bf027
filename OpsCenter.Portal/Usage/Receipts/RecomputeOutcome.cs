using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>What came of pricing a job again.</summary>
public abstract record RecomputeOutcome
{
    private RecomputeOutcome()
    {
    }

    /// <summary>Every amount agrees to the last digit.</summary>
    /// <param name="Entries">How many ledger entries were compared.</param>
    public sealed record Agrees(int Entries) : RecomputeOutcome;

    /// <summary>The ledger and the function differ.</summary>
    /// <param name="Differences">Every amount that differs; at least one.</param>
    public sealed record Differs(ImmutableArray<AmountDifference> Differences) : RecomputeOutcome;

    /// <summary>The job is held or written off, so there is nothing to compare.</summary>
    public sealed record NothingCharged : RecomputeOutcome;

    /// <summary>There is no such job, or the actor may not see it.</summary>
    public sealed record NotFound : RecomputeOutcome;
}
