namespace OpsCenter.Domain.Subscriptions;

/// <summary>Where a subscription stands at a moment.</summary>
public enum SubscriptionStatus
{
    /// <summary>Chosen; its first payment is outstanding.</summary>
    Pending,

    /// <summary>Paid once, for a number of hours.</summary>
    Trialing,

    /// <summary>Everything is paid.</summary>
    Active,

    /// <summary>A payment failed and is tried again. Nothing is stopped.</summary>
    PastDue,

    /// <summary>All tries failed. Nothing is stopped yet.</summary>
    Grace,

    /// <summary>Unpaid for too long: no new job starts until the invoice is paid.</summary>
    Suspended,

    /// <summary>Over: the trial ran out, the customer cancelled, or an operator ended it.</summary>
    Ended,
}
