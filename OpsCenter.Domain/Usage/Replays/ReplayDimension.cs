namespace OpsCenter.Domain.Usage.Replays;

/// <summary>By what a replay is broken down.</summary>
public enum ReplayDimension
{
    /// <summary>By customer.</summary>
    Customer,

    /// <summary>By agent.</summary>
    Agent,

    /// <summary>By route, <c>provider:model</c>.</summary>
    Route,
}
