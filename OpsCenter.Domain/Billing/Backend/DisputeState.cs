namespace OpsCenter.Domain.Billing.Backend;

/// <summary>Where a dispute about a payment stands.</summary>
public enum DisputeState
{
    /// <summary>The card's bank looks into it.</summary>
    Open,

    /// <summary>The payment stays.</summary>
    Won,

    /// <summary>The money went back.</summary>
    Lost,
}
