using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>A job as the database has it: what was reported, its hold, its ledger. Receipt, recompute and corrections all start from it.</summary>
internal sealed record StoredJob
{
    /// <summary>Our identity of the job.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When its report arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who reported it.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own key; null when it gave none.</summary>
    public required string? JobId { get; init; }

    /// <summary>The customer as reported.</summary>
    public required string CustomerRef { get; init; }

    /// <summary>The customer; null while the reported one is none of ours.</summary>
    public required Guid? OrganizationId { get; init; }

    /// <summary>The member who ran it, in the source's words.</summary>
    public required string? MemberRef { get; init; }

    /// <summary>What its price depends on.</summary>
    public required JobUsage Usage { get; init; }

    /// <summary>Reasoning tokens, part of the output.</summary>
    public required long ReasoningTokens { get; init; }

    /// <summary>What else the source said.</summary>
    public required ImmutableSortedDictionary<string, string> Metadata { get; init; }

    /// <summary>Its hold; null when it was priced at once.</summary>
    public required StoredHold? Hold { get; init; }

    /// <summary>What was given back for it as a credit; null when nothing was. Its price stays what it is.</summary>
    public required Money? Credited { get; init; }

    /// <summary>Its ledger entries in order.</summary>
    public required ImmutableArray<LedgerEntry> Ledger { get; init; }

    /// <summary>The charge that no reversal undoes; null when there is none. There is never more than one.</summary>
    public LedgerEntry? ChargeInForce => Ledger.SingleOrDefault(
        charge => charge.Kind is LedgerEntryKind.Charge && !Ledger.Any(entry => entry.ReversesSeq == charge.Seq));

    /// <summary>The charge that priced it, reversed later or not; null while there is none.</summary>
    public LedgerEntry? FirstCharge => Ledger.FirstOrDefault(entry => entry.Kind is LedgerEntryKind.Charge);

    /// <summary>The charge made last, reversed or not; null while there is none.</summary>
    public LedgerEntry? LastCharge => Ledger.LastOrDefault(entry => entry.Kind is LedgerEntryKind.Charge);

    /// <summary>The sum of its ledger entries; null while there is none.</summary>
    public JobPrice? Net => Ledger.IsEmpty ? null : Ledger.Select(entry => entry.Price).Aggregate((sum, next) => sum.Plus(next));

    /// <summary>Who pays for it; null while there is no charge. A correction may be billed in a later period than the charge; the last entry counts.</summary>
    public ReceiptBilling? Billing => Net is not { Total: var total }
        ? null
        : new ReceiptBilling(
            total with { Amount = Ledger.Sum(entry => entry.Covered) },
            total with { Amount = total.Amount - Ledger.Sum(entry => entry.Covered) },
            Ledger[^1].BillingPeriodId is null ? null : Ledger[^1].PostingPeriod);

    /// <summary>Place of the last entry; 0 when there is none.</summary>
    public int LastSeq => Ledger.IsEmpty ? 0 : Ledger[^1].Seq;

    /// <summary>What became of its price.</summary>
    public JobState State => JobStates.Of(
        Hold?.State,
        Ledger.Count(entry => entry.Kind is LedgerEntryKind.Charge),
        Ledger.Count(entry => entry.Kind is LedgerEntryKind.Reversal));
}
