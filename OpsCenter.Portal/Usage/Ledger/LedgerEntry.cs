using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>One entry of the ledger about a job. Inserted, never changed.</summary>
public sealed record LedgerEntry
{
    /// <summary>The job.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Place among the job's entries, from 1.</summary>
    public required int Seq { get; init; }

    /// <summary>Charge or reversal.</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>Whose money.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The version that priced the job.</summary>
    public required int RateCardVersion { get; init; }

    /// <summary>Fees and costs; all negative or 0 in a reversal.</summary>
    public required JobPrice Price { get; init; }

    /// <summary>The billing period it is billed in; null: nobody is billed for it. The ledger fills it in.</summary>
    public Guid? BillingPeriodId { get; init; }

    /// <summary>First day of the billing period whose included usage it takes; of a month while nobody is billed. The ledger fills it in.</summary>
    public DateOnly UsagePeriod { get; init; }

    /// <summary>First day of the billing period it is billed in; of a month while nobody is billed. The ledger fills it in.</summary>
    public DateOnly PostingPeriod { get; init; }

    /// <summary>How much of the total included usage pays, with its sign. The ledger fills it in.</summary>
    public decimal Covered { get; init; }

    /// <summary>When the job happened; decides the usage period.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the entry was made; decides the posting period.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>The subject of the actor who made it.</summary>
    public required string PostedBy { get; init; }

    /// <summary>The charge that a reversal undoes; null for a charge.</summary>
    public int? ReversesSeq { get; init; }

    /// <summary>Why; required for a reversal, null for a first charge.</summary>
    public string? Reason { get; init; }
}
