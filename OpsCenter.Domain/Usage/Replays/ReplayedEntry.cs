using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>
/// A charge or a reversal in the ledger, with what the job used. Entries count with their sign: a job that was reversed and charged again
/// counts once, a voided one not at all, in whatever order its entries come.
/// </summary>
/// <param name="IsReversal">Whether an earlier charge is undone.</param>
/// <param name="Customer">Whose money it is.</param>
/// <param name="Usage">What the job used.</param>
/// <param name="Revenue">Total of the entry; 0 or less in a reversal.</param>
/// <param name="Cost">Cost of the entry; 0 or less in a reversal.</param>
public readonly record struct ReplayedEntry(bool IsReversal, Guid Customer, JobUsage Usage, Money Revenue, Money Cost);
