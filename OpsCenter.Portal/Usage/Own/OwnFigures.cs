using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>Sums over a customer's jobs of one currency. Of tools, jobs are those that used one, and spend is the tools' part of it.</summary>
/// <param name="Jobs">All stored jobs, held and voided ones too.</param>
/// <param name="FailedJobs">Those that failed or were aborted.</param>
/// <param name="InputTokens">Tokens in.</param>
/// <param name="OutputTokens">Tokens out.</param>
/// <param name="Units">Units of tools; zero for what is no tool.</param>
/// <param name="Spend">What they cost the customer, net of corrections, before included usage.</param>
public sealed record OwnFigures(long Jobs, long FailedJobs, long InputTokens, long OutputTokens, decimal Units, Money Spend)
{
    /// <summary>Tokens in and out.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>Nothing at all.</summary>
    public static OwnFigures Zero(Currency currency) => new(0, 0, 0, 0, 0, Money.Zero(currency));

    /// <summary>The sums of both.</summary>
    public static OwnFigures operator +(OwnFigures left, OwnFigures right) => new(
        left.Jobs + right.Jobs,
        left.FailedJobs + right.FailedJobs,
        left.InputTokens + right.InputTokens,
        left.OutputTokens + right.OutputTokens,
        left.Units + right.Units,
        left.Spend + right.Spend);

    /// <summary>The first without the second, which is a part of it.</summary>
    public static OwnFigures operator -(OwnFigures left, OwnFigures right) => new(
        left.Jobs - right.Jobs,
        left.FailedJobs - right.FailedJobs,
        left.InputTokens - right.InputTokens,
        left.OutputTokens - right.OutputTokens,
        left.Units - right.Units,
        left.Spend - right.Spend);
}
