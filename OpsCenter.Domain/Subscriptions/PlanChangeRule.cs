using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>Which changes happen at once and which wait: more money for more at once, everything else when what is paid for ends.</summary>
public static class PlanChangeRule
{
    /// <summary>What a choice means.</summary>
    /// <param name="subscription">The customer's newest subscription; null when it never had one.</param>
    /// <param name="current">The version it is on.</param>
    /// <param name="target">The version that is chosen.</param>
    /// <param name="interval">How often its price is paid.</param>
    /// <param name="hadPlan">Whether any subscription of the customer ever started.</param>
    /// <param name="now">When.</param>
    public static PlanChange Of(
        Subscription? subscription, PlanVersion? current, PlanVersion target, BillingInterval interval, bool hadPlan, DateTimeOffset now)
    {
        if (target.PriceOf(interval) is not { } price)
            return PlanChange.NotOffered;

        if (subscription is null || current is null || !SubscriptionStatusRule.Entitles(SubscriptionStatusRule.At(subscription, now)))
            return target.IsTrial && hadPlan ? PlanChange.NotOffered : PlanChange.Subscribe;

        if (current.Code == target.Code && subscription.Interval == interval)
            return PlanChange.Current;

        return (current.IsTrial, target.IsTrial) switch
        {
            (_, true) => PlanChange.NotOffered,
            (true, false) => PlanChange.Subscribe,
            (false, false) => IsDearer(subscription, current, interval, price) ? PlanChange.Upgrade : PlanChange.AtPeriodEnd,
        };
    }

    /// <summary>Whether somebody moved the subscription to a newer version of its own plan: the customer did not choose it and cannot revoke it.</summary>
    public static bool IsMove(PlanVersion current, PlanVersion next, Subscription subscription) =>
        current.Code == next.Code && subscription.NextInterval == subscription.Interval;

    private static bool IsDearer(Subscription subscription, PlanVersion current, BillingInterval interval, Money price) =>
        subscription.Interval == interval && current.PriceOf(interval) is { } paid && price > paid;
}
