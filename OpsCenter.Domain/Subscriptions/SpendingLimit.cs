using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a customer wants to spend at most in a billing period.</summary>
/// <param name="Amount">Above zero.</param>
/// <param name="Spent">What the jobs of the period cost so far, whoever pays for them.</param>
/// <param name="Stops">Whether no new job starts once it is spent; else it only warns.</param>
public sealed record SpendingLimit(Money Amount, Money Spent, bool Stops);
