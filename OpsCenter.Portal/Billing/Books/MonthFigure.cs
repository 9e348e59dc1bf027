using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>A sum of a month.</summary>
/// <param name="Name">What is summed.</param>
/// <param name="Amount">The sum.</param>
public sealed record MonthFigure(string Name, Money Amount);
