using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Sums and opposites of prices, part by part.</summary>
internal static class JobPriceArithmetic
{
    /// <summary>What undoes a price to the last digit.</summary>
    public static JobPrice Negated(this JobPrice price) =>
        new(-price.LlmFee, -price.AgentFee, -price.ToolsFee, -price.LlmCost, -price.ToolsCost);

    /// <summary>The sum of two prices.</summary>
    public static JobPrice Plus(this JobPrice left, JobPrice right) => new(
        left.LlmFee + right.LlmFee,
        left.AgentFee + right.AgentFee,
        left.ToolsFee + right.ToolsFee,
        left.LlmCost + right.LlmCost,
        left.ToolsCost + right.ToolsCost);
}
