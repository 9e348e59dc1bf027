using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>A customer's budget with how much of it is used.</summary>
/// <param name="Budget">The budget; null when it has none.</param>
/// <param name="Currency">The currency it is, or would be, in.</param>
/// <param name="Spent">What the jobs of the running period cost so far; null without a running period.</param>
/// <param name="Alerts">Alerts of the running period, highest first.</param>
public sealed record BudgetView(Budget? Budget, Currency Currency, Money? Spent, IReadOnlyList<BudgetAlert> Alerts);
