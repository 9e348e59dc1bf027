namespace OpsCenter.Domain.Billing.Backend;

/// <summary>Where a payment stands.</summary>
public enum BilledPaymentState
{
    /// <summary>Asked for; the answer is outstanding.</summary>
    Pending,

    /// <summary>The card's bank wants its owner to confirm.</summary>
    ActionRequired,

    /// <summary>The money came.</summary>
    Succeeded,

    /// <summary>It did not.</summary>
    Failed,
}
