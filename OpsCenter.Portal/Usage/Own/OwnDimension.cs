namespace OpsCenter.Portal.Usage.Own;

/// <summary>What a customer's usage is broken down by.</summary>
public enum OwnDimension
{
    /// <summary>The agent.</summary>
    Agent,

    /// <summary>The route, <c>provider:model</c>.</summary>
    Route,

    /// <summary>The member that the report named.</summary>
    Member,

    /// <summary>The tool; a job may use several, and only what tools cost counts.</summary>
    Tool,
}
