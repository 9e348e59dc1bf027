using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>That a part of a budget was used up.</summary>
/// <param name="Percent">50, 80 or 100.</param>
/// <param name="Budget">The budget at that time.</param>
/// <param name="Spent">What the jobs of the period cost by then.</param>
/// <param name="RaisedAt">When it was noticed.</param>
public sealed record BudgetAlert(int Percent, Money Budget, Money Spent, DateTimeOffset RaisedAt);
