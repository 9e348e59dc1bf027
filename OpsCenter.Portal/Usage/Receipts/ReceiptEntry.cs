using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>A ledger entry as a receipt shows it.</summary>
/// <param name="Seq">Place among the job's entries, from 1.</param>
/// <param name="Kind">Charge or reversal.</param>
/// <param name="Price">Its amounts; negative in a reversal.</param>
/// <param name="RateCardVersion">The version that priced it.</param>
/// <param name="PostedAt">When it was made.</param>
/// <param name="PostedBy">Who made it; null for readers outside the platform.</param>
/// <param name="ReversesSeq">The entry it undoes.</param>
/// <param name="Reason">Why it was made; null for a first charge.</param>
/// <param name="PostingPeriod">First day of the billing period it is billed in; of a month while nobody is billed.</param>
public sealed record ReceiptEntry(
    int Seq,
    LedgerEntryKind Kind,
    ReceiptPrice Price,
    int RateCardVersion,
    DateTimeOffset PostedAt,
    string? PostedBy,
    int? ReversesSeq,
    string? Reason,
    DateOnly PostingPeriod);
