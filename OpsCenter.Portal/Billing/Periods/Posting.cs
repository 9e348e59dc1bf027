namespace OpsCenter.Portal.Billing.Periods;

/// <summary>Where an entry of the ledger belongs.</summary>
/// <param name="BillingPeriodId">The period in which it is billed; null: nobody is billed for it.</param>
/// <param name="UsagePeriod">First day of the period whose included usage it takes.</param>
/// <param name="PostingPeriod">First day of the period in which it is billed.</param>
/// <param name="Covered">How much of it included usage pays, with its sign.</param>
internal readonly record struct Posting(Guid? BillingPeriodId, DateOnly UsagePeriod, DateOnly PostingPeriod, decimal Covered);
