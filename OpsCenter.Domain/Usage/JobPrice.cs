using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage;

/// <summary>What a job costs the customer and us. Every part is rounded once, the sums are exact sums of the parts.</summary>
/// <param name="LlmFee">Model fee: 0 under BYOK.</param>
/// <param name="AgentFee">Agent fee.</param>
/// <param name="ToolsFee">Sum of the fees of the tools.</param>
/// <param name="LlmCost">What the model cost us: the provider's word, else the card's cost; 0 under BYOK.</param>
/// <param name="ToolsCost">What the tools cost us.</param>
public sealed record JobPrice(Money LlmFee, Money AgentFee, Money ToolsFee, Money LlmCost, Money ToolsCost)
{
    /// <summary>What the customer pays: the sum of the three fees.</summary>
    public Money Total => LlmFee + AgentFee + ToolsFee;

    /// <summary>What the job cost us.</summary>
    public Money Cost => LlmCost + ToolsCost;

    /// <summary>What is left: total less cost; may be negative.</summary>
    public Money Margin => Total - Cost;
}
