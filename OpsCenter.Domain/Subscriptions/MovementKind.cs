namespace OpsCenter.Domain.Subscriptions;

/// <summary>What became of a customer's monthly recurring revenue.</summary>
public enum MovementKind
{
    /// <summary>From nothing to something.</summary>
    New,

    /// <summary>To more.</summary>
    Expansion,

    /// <summary>To less.</summary>
    Contraction,

    /// <summary>To nothing.</summary>
    Churn,
}
