namespace OpsCenter.Portal.Usage.Overview;

/// <summary>By what the overview breaks usage down.</summary>
public enum OverviewDimension
{
    /// <summary>By agent.</summary>
    Agent,

    /// <summary>By route, <c>provider:model</c>.</summary>
    Route,

    /// <summary>By customer.</summary>
    Customer,
}
