namespace OpsCenter.Domain.Billing.Payments;

/// <summary>Where a payment stands at the provider.</summary>
public enum GatewayPaymentState
{
    /// <summary>The provider does not know yet; an event follows.</summary>
    Processing,

    /// <summary>The money is there.</summary>
    Succeeded,

    /// <summary>It will not come.</summary>
    Failed,
}
