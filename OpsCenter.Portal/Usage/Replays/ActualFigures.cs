using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What really happened, in sums that can be compared with a prediction over another number of jobs.</summary>
/// <param name="Jobs">How many jobs.</param>
/// <param name="Revenue">What customers are charged for them, net of corrections.</param>
/// <param name="Cost">What they cost us.</param>
public sealed record ActualFigures(long Jobs, Money Revenue, Money Cost)
{
    /// <summary>Revenue by job; null while there is none.</summary>
    public Money? RevenuePerJob => PerJob(Revenue, Jobs);

    /// <summary>Cost by job; null while there is none.</summary>
    public Money? CostPerJob => PerJob(Cost, Jobs);

    /// <summary>What is left of a hundred charged, with one decimal; null while nothing is charged.</summary>
    public decimal? MarginPercent => PriceMargin.Percent(Revenue.Amount, Cost.Amount);

    /// <summary>An amount by job, rounded as fees are; null for no jobs.</summary>
    public static Money? PerJob(Money amount, long jobs) => jobs == 0 ? null : Money.Fee(amount.Amount / jobs, amount.Currency);
}
