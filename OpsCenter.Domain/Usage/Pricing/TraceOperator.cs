namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>How a factor joins those before it. Products bind closer than sums, sums closer than the maximum; nothing else is needed.</summary>
public enum TraceOperator
{
    /// <summary>Added; also the operator of the first factor of a step.</summary>
    Add,

    /// <summary>Subtracted.</summary>
    Subtract,

    /// <summary>Multiplied.</summary>
    Multiply,

    /// <summary>Divided by.</summary>
    Divide,

    /// <summary>The larger of what stands before and what follows.</summary>
    Max,
}
