namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>The parts of a job's price, in the order in which a receipt explains them.</summary>
public enum PricePart
{
    /// <summary>What the customer pays for the model.</summary>
    LlmFee,

    /// <summary>What the customer pays for the agent.</summary>
    AgentFee,

    /// <summary>What the customer pays for tools.</summary>
    ToolsFee,

    /// <summary>The sum of the three fees.</summary>
    Total,

    /// <summary>What the model cost us.</summary>
    LlmCost,

    /// <summary>What the tools cost us.</summary>
    ToolsCost,

    /// <summary>The sum of the two costs.</summary>
    Cost,

    /// <summary>Total less cost.</summary>
    Margin,
}
