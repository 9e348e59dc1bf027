using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What is left at a moment. Never below zero.</summary>
/// <param name="Included">Of allowance and promotions.</param>
/// <param name="Overage">Up to the cap; null when nothing caps it, zero when the plan has no overage.</param>
/// <param name="Budget">Of the customer's own budget; null for none.</param>
public sealed record EntitlementsLeft(Money Included, Money? Overage, Money? Budget);
