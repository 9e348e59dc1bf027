using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>What jobs brought and cost by the ledger, and what they would by the card that was replayed.</summary>
/// <param name="Jobs">Jobs that are charged, each once.</param>
/// <param name="DearerJobs">Those that customers would pay more for.</param>
/// <param name="CheaperJobs">Those that customers would pay less for; those that would be held are apart.</param>
/// <param name="HeldJobs">Those that the card lacks a price for: they would bring and cost nothing until it has one.</param>
/// <param name="RevenueBefore">What customers are charged, net of corrections.</param>
/// <param name="RevenueAfter">What they would be charged.</param>
/// <param name="CostBefore">What the jobs cost us, by the ledger.</param>
/// <param name="CostAfter">What they would cost us: as reported where the provider said it, else by the card.</param>
public sealed record ReplayFigures(
    long Jobs,
    long DearerJobs,
    long CheaperJobs,
    long HeldJobs,
    Money RevenueBefore,
    Money RevenueAfter,
    Money CostBefore,
    Money CostAfter)
{
    /// <summary>How much more revenue there would be; negative when less.</summary>
    public Money RevenueDifference => RevenueAfter - RevenueBefore;

    /// <summary>How much more the jobs would cost us; negative when less.</summary>
    public Money CostDifference => CostAfter - CostBefore;

    /// <summary>What is left by the ledger.</summary>
    public Money MarginBefore => RevenueBefore - CostBefore;

    /// <summary>What would be left.</summary>
    public Money MarginAfter => RevenueAfter - CostAfter;

    /// <summary>How much more would be left; negative when less.</summary>
    public Money MarginDifference => MarginAfter - MarginBefore;

    /// <summary>What is left of a hundred charged, with one decimal; null when nothing is charged.</summary>
    public decimal? MarginPercentBefore => PriceMargin.Percent(RevenueBefore.Amount, CostBefore.Amount);

    /// <summary>What would be left of a hundred charged, with one decimal; null when nothing would be charged.</summary>
    public decimal? MarginPercentAfter => PriceMargin.Percent(RevenueAfter.Amount, CostAfter.Amount);

    /// <summary>Whether it would cost more than it brings.</summary>
    public bool IsNegativeAfter => MarginAfter.IsNegative;

    /// <summary>Whether it would cost more than it brings, and does not do so yet.</summary>
    public bool TurnsNegative => IsNegativeAfter && !MarginBefore.IsNegative;

    /// <summary>No jobs at all.</summary>
    public static ReplayFigures Zero(Currency currency) =>
        new(0, 0, 0, 0, Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));

    /// <summary>The sums of both.</summary>
    public static ReplayFigures operator +(ReplayFigures left, ReplayFigures right) => new(
        left.Jobs + right.Jobs,
        left.DearerJobs + right.DearerJobs,
        left.CheaperJobs + right.CheaperJobs,
        left.HeldJobs + right.HeldJobs,
        left.RevenueBefore + right.RevenueBefore,
        left.RevenueAfter + right.RevenueAfter,
        left.CostBefore + right.CostBefore,
        left.CostAfter + right.CostAfter);
}
