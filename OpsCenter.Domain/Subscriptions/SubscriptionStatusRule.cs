namespace OpsCenter.Domain.Subscriptions;

/// <summary>Where a subscription stands: a pure function of its facts and the time, so that no step can be missed by a job that did not run.</summary>
public static class SubscriptionStatusRule
{
    /// <summary>How long an unpaid invoice is tried again before only time is given.</summary>
    public static readonly TimeSpan PastDueFor = TimeSpan.FromDays(7);

    /// <summary>How long after the first failure new jobs stop.</summary>
    public static readonly TimeSpan SuspendedAfter = TimeSpan.FromDays(14);

    /// <summary>The status at a moment. What ends, ends at its moment: at that very instant it is over.</summary>
    public static SubscriptionStatus At(Subscription subscription, DateTimeOffset now) => subscription switch
    {
        { EndedAt: not null } => SubscriptionStatus.Ended,
        { CancelAt: { } cancelAt } when cancelAt <= now => SubscriptionStatus.Ended,
        { StartedAt: null } => SubscriptionStatus.Pending,
        { TrialEndsAt: { } trialEndsAt } => trialEndsAt <= now ? SubscriptionStatus.Ended : SubscriptionStatus.Trialing,
        { PastDueSince: { } since } => Unpaid(now - since),
        _ => SubscriptionStatus.Active,
    };

    /// <summary>When the next step comes if nothing is paid; null when none does.</summary>
    public static DateTimeOffset? NextStepAt(Subscription subscription, DateTimeOffset now) => At(subscription, now) switch
    {
        SubscriptionStatus.PastDue => subscription.PastDueSince + PastDueFor,
        SubscriptionStatus.Grace => subscription.PastDueSince + SuspendedAfter,
        SubscriptionStatus.Trialing => subscription.TrialEndsAt,
        SubscriptionStatus.Pending or SubscriptionStatus.Active or SubscriptionStatus.Suspended or SubscriptionStatus.Ended => null,
    };

    /// <summary>Whether the customer has what the plan gives.</summary>
    public static bool Entitles(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Trialing or SubscriptionStatus.Active or SubscriptionStatus.PastDue or SubscriptionStatus.Grace or SubscriptionStatus.Suspended => true,
        SubscriptionStatus.Pending or SubscriptionStatus.Ended => false,
    };

    private static SubscriptionStatus Unpaid(TimeSpan unpaidFor) =>
        unpaidFor >= SuspendedAfter ? SubscriptionStatus.Suspended
        : unpaidFor >= PastDueFor ? SubscriptionStatus.Grace
        : SubscriptionStatus.PastDue;
}
