namespace OpsCenter.Portal.Agents;

/// <summary>How the list of agents is sorted; equals by name.</summary>
public enum AgentSort
{
    /// <summary>From A to Z.</summary>
    Name,

    /// <summary>From Z to A.</summary>
    NameDescending,

    /// <summary>The cheapest first.</summary>
    Rate,

    /// <summary>The dearest first.</summary>
    RateDescending,

    /// <summary>The least used first.</summary>
    Jobs,

    /// <summary>The most used first.</summary>
    JobsDescending,

    /// <summary>The smallest revenue first.</summary>
    Revenue,

    /// <summary>The largest revenue first.</summary>
    RevenueDescending,
}
