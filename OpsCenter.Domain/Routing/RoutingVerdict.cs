namespace OpsCenter.Domain.Routing;

/// <summary>Why a route was not taken.</summary>
public enum RoutingVerdict
{
    /// <summary>Its class comes after the one that was taken.</summary>
    LaterClass,

    /// <summary>Of the same class, but it leaves less money on this job.</summary>
    LowerMargin,

    /// <summary>Of the same class and margin, but dearer for the customer.</summary>
    HigherPrice,

    /// <summary>Of the same class, margin and price, but its name comes later.</summary>
    LaterName,

    /// <summary>It is switched off.</summary>
    Inactive,
}
