using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>What a customer wants its jobs to cost at most in a billing period.</summary>
/// <param name="Amount">The amount; included usage counts, too.</param>
/// <param name="Stops">Whether no new job starts once it is reached; else it only warns.</param>
public sealed record Budget(Money Amount, bool Stops);
