using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>An open billing period that the engine has locked.</summary>
/// <param name="Id">Identity.</param>
/// <param name="PlanVersionId">The version of the plan it runs on.</param>
/// <param name="Number">Its place in the subscription, from 1.</param>
/// <param name="Figures">What is posted into it.</param>
/// <param name="Jobs">Jobs that ran in it.</param>
internal sealed record OpenPeriod(Guid Id, Guid PlanVersionId, int Number, PeriodFigures Figures, long Jobs)
{
    /// <summary>First day, by which the ledger calls it.</summary>
    public DateOnly Name => DateOnly.FromDateTime(Figures.StartsAt.UtcDateTime);

    /// <summary>Whether nothing happened in it.</summary>
    public bool IsUntouched => Jobs == 0 && Figures is { LlmFee.Amount: 0, AgentFee.Amount: 0, ToolsFee.Amount: 0, Credited.Amount: 0 };

    /// <summary>The same with money given back.</summary>
    public OpenPeriod WithCredit(Money credit) => this with { Figures = Figures with { Credited = Figures.Credited + credit } };
}
