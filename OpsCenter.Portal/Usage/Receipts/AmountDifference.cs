using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>An amount of the ledger that the pricing function does not arrive at.</summary>
/// <param name="Seq">The ledger entry.</param>
/// <param name="RateCardVersion">The version the entry names.</param>
/// <param name="Amount">Which amount: <c>LLM fee</c>.</param>
/// <param name="Ledger">What the ledger says.</param>
/// <param name="Recomputed">What the function says; null when the version lacks a price for the job.</param>
public sealed record AmountDifference(int Seq, int RateCardVersion, string Amount, Money Ledger, Money? Recomputed);
