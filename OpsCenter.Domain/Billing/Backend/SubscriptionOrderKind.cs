namespace OpsCenter.Domain.Billing.Backend;

/// <summary>What is ordered.</summary>
public enum SubscriptionOrderKind
{
    /// <summary>A new subscription begins.</summary>
    Start,

    /// <summary>The plan changes now; what was paid for the rest of the period counts.</summary>
    ChangeNow,

    /// <summary>The plan changes when the period ends.</summary>
    ChangeAtPeriodEnd,

    /// <summary>A change that waits for the period's end is taken back.</summary>
    KeepPlan,

    /// <summary>The subscription ends now.</summary>
    End,
}
