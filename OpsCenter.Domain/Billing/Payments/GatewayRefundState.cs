namespace OpsCenter.Domain.Billing.Payments;

/// <summary>Where a refund stands at the provider.</summary>
public enum GatewayRefundState
{
    /// <summary>On its way.</summary>
    Pending,

    /// <summary>The money is given back.</summary>
    Succeeded,

    /// <summary>It could not be given back.</summary>
    Failed,
}
