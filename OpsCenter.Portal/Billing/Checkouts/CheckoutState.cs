namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Where a checkout stands.</summary>
public enum CheckoutState
{
    /// <summary>Nothing is known from the payment provider yet.</summary>
    Open,

    /// <summary>Paid, and what was bought is there.</summary>
    Completed,

    /// <summary>Nobody completed it in time.</summary>
    Expired,

    /// <summary>Paid, but no longer possible: the money is given back.</summary>
    Refused,
}
