using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing;

/// <summary>What is posted into a billing period when its invoice is drawn up.</summary>
/// <param name="StartsAt">First moment.</param>
/// <param name="EndsAt">First moment after it.</param>
/// <param name="LlmFee">Model fees.</param>
/// <param name="AgentFee">Agent fees.</param>
/// <param name="ToolsFee">Tool fees.</param>
/// <param name="Covered">How much of them included usage pays.</param>
/// <param name="Credited">What was given back, 0 or more.</param>
/// <param name="Invoiced">What interim invoices have billed.</param>
public sealed record PeriodFigures(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, Money LlmFee, Money AgentFee, Money ToolsFee, Money Covered, Money Credited, Money Invoiced)
{
    /// <summary>What is left to be billed for usage, exact; below 0 in the customer's favour.</summary>
    public Money Unbilled => LlmFee + AgentFee + ToolsFee - Covered - Credited - Invoiced;
}
