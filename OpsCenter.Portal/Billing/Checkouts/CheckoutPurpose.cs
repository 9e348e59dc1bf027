namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>What a checkout is for.</summary>
public enum CheckoutPurpose
{
    /// <summary>A plan begins.</summary>
    Subscribe,

    /// <summary>A dearer plan within the period.</summary>
    Upgrade,

    /// <summary>An invoice is paid.</summary>
    PayInvoice,

    /// <summary>A card is saved.</summary>
    AddCard,
}
