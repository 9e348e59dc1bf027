namespace OpsCenter.Domain.Routing;

/// <summary>Why a class of routes was taken, or none.</summary>
public enum RoutingReason
{
    /// <summary>A key of the customer's own comes before every paid route.</summary>
    OwnKey,

    /// <summary>The agent prefers the class.</summary>
    PreferredClass,

    /// <summary>The class is the first of the card's order: house before frontier, even where frontier would earn more.</summary>
    ClassOrder,

    /// <summary>The class that comes before it has no active route.</summary>
    NextClass,

    /// <summary>No route could be taken: the card has no active one.</summary>
    NoActiveRoute,
}
