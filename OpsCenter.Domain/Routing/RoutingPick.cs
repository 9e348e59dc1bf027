namespace OpsCenter.Domain.Routing;

/// <summary>What told the chosen route from the others of its class.</summary>
public enum RoutingPick
{
    /// <summary>There is no other.</summary>
    OnlyRoute,

    /// <summary>It alone leaves the most money on this job.</summary>
    HighestMargin,

    /// <summary>Of those that leave the most, it alone is the cheapest for the customer.</summary>
    LowestPrice,

    /// <summary>Margin and price are equal: it is the first by name.</summary>
    FirstName,
}
