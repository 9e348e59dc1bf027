namespace OpsCenter.Domain.Subscriptions;

/// <summary>What choosing a plan means for a customer.</summary>
public enum PlanChange
{
    /// <summary>It is what the customer has.</summary>
    Current,

    /// <summary>A new subscription, once it is paid. A trial that still runs ends then.</summary>
    Subscribe,

    /// <summary>At once, once the difference for the remaining days is paid.</summary>
    Upgrade,

    /// <summary>When what is paid for ends.</summary>
    AtPeriodEnd,

    /// <summary>It cannot be chosen: a trial is for customers who never had a plan.</summary>
    NotOffered,
}
