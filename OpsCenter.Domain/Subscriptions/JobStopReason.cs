namespace OpsCenter.Domain.Subscriptions;

/// <summary>Why a customer may not start new jobs.</summary>
public enum JobStopReason
{
    /// <summary>An operator suspended the customer.</summary>
    CustomerSuspended,

    /// <summary>The customer never had a plan.</summary>
    NoSubscription,

    /// <summary>The first payment is outstanding.</summary>
    PaymentPending,

    /// <summary>The subscription or trial is over.</summary>
    SubscriptionEnded,

    /// <summary>An invoice is unpaid for too long.</summary>
    InvoiceUnpaid,

    /// <summary>A threshold of a plan that stops is reached.</summary>
    Threshold,

    /// <summary>The included usage of a plan that stops is used up.</summary>
    IncludedUsage,

    /// <summary>The included usage is used up, and as much beyond it is owed as the customer is trusted with.</summary>
    OverageCap,

    /// <summary>A budget of the customer's own that stops is spent.</summary>
    Budget,
}
