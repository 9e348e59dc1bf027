namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>What the ledger holds for a billing period.</summary>
/// <param name="BillingPeriodId">The period; null: nobody is billed.</param>
/// <param name="Currency">Of the amounts.</param>
/// <param name="Amount">All entries, after included usage, with credits and residues.</param>
/// <param name="Posted">Those of them that were posted in the span asked for.</param>
internal sealed record PeriodBalance(Guid? BillingPeriodId, string Currency, decimal Amount, decimal Posted);
