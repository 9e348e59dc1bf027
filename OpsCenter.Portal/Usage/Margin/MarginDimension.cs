namespace OpsCenter.Portal.Usage.Margin;

/// <summary>By what margins are broken down.</summary>
public enum MarginDimension
{
    /// <summary>By route, <c>provider:model</c>.</summary>
    Route,

    /// <summary>By agent.</summary>
    Agent,

    /// <summary>By customer.</summary>
    Customer,

    /// <summary>By tool: its own fees and costs only.</summary>
    Tool,
}
