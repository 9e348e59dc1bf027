using System.Collections.Immutable;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>A month of the books with its figures and checks, all read from one moment.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Figures">Sums of the month, in words and amounts.</param>
/// <param name="Checks">What must agree.</param>
public sealed record MonthReport(DateOnly Month, ImmutableArray<MonthFigure> Figures, ImmutableArray<MonthCheck> Checks)
{
    /// <summary>Whether all agree.</summary>
    public bool Holds => Checks.All(check => check.Holds);
}
