namespace OpsCenter.Domain.Billing.Payments;

/// <summary>Where a hosted page stands.</summary>
public enum GatewayCheckoutState
{
    /// <summary>It can be completed.</summary>
    Open,

    /// <summary>It was: what it asked for is paid, or the card is saved.</summary>
    Completed,

    /// <summary>It was closed before.</summary>
    Expired,
}
