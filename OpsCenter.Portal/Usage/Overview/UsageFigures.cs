using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>Sums over jobs of one currency.</summary>
/// <param name="Jobs">All stored jobs, held and voided ones too.</param>
/// <param name="FailedJobs">Those that failed or were aborted.</param>
/// <param name="HeldJobs">Those that wait for a price or a customer.</param>
/// <param name="InputTokens">Tokens in.</param>
/// <param name="OutputTokens">Tokens out.</param>
/// <param name="Spend">What customers are charged, net of corrections.</param>
/// <param name="Cost">What the charged jobs cost us.</param>
public sealed record UsageFigures(long Jobs, long FailedJobs, long HeldJobs, long InputTokens, long OutputTokens, Money Spend, Money Cost)
{
    /// <summary>What is left.</summary>
    public Money Margin => Spend - Cost;

    /// <summary>What is left of a hundred charged; null when nothing is charged.</summary>
    public decimal? MarginPercent => Spend.Amount == 0m ? null : Rounding.To(Margin.Amount * 100m / Spend.Amount, 1);

    /// <summary>What goes to those we buy from of a hundred charged; null when nothing is charged.</summary>
    public decimal? CostPercent => Spend.Amount == 0m ? null : Rounding.To(Cost.Amount * 100m / Spend.Amount, 1);

    /// <summary>Spend by job, held and voided ones counted; null when there are none at all.</summary>
    public Money? PerJob => Jobs == 0 ? null : Money.Fee(Spend.Amount / Jobs, Spend.Currency);

    /// <summary>Failed and aborted jobs of a hundred; null when there are none at all.</summary>
    public decimal? FailedPercent => Jobs == 0 ? null : Rounding.To(FailedJobs * 100m / Jobs, 1);

    /// <summary>Tokens in and out.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>No jobs at all.</summary>
    public static UsageFigures Zero(Currency currency) => new(0, 0, 0, 0, 0, Money.Zero(currency), Money.Zero(currency));

    /// <summary>The sums of both.</summary>
    public static UsageFigures operator +(UsageFigures left, UsageFigures right) => new(
        left.Jobs + right.Jobs,
        left.FailedJobs + right.FailedJobs,
        left.HeldJobs + right.HeldJobs,
        left.InputTokens + right.InputTokens,
        left.OutputTokens + right.OutputTokens,
        left.Spend + right.Spend,
        left.Cost + right.Cost);

    /// <summary>The first without the second, which is a part of it.</summary>
    public static UsageFigures operator -(UsageFigures left, UsageFigures right) => new(
        left.Jobs - right.Jobs,
        left.FailedJobs - right.FailedJobs,
        left.HeldJobs - right.HeldJobs,
        left.InputTokens - right.InputTokens,
        left.OutputTokens - right.OutputTokens,
        left.Spend - right.Spend,
        left.Cost - right.Cost);
}
