namespace OpsCenter.Domain.Billing.Payments;

/// <summary>Where a dispute stands.</summary>
public enum GatewayDisputeState
{
    /// <summary>Not decided; the money is held back.</summary>
    Open,

    /// <summary>Decided for us: the money stays.</summary>
    Won,

    /// <summary>Decided against us: the money is gone.</summary>
    Lost,
}
