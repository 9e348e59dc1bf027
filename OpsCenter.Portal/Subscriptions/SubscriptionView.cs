using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Everything about a customer's plan that its page shows.</summary>
/// <param name="Now">What the customer may do, with the facts behind it.</param>
/// <param name="Next">The version of a planned change; null for none.</param>
/// <param name="TermEnd">When what is paid for ends: changes and cancellations take effect then. Null without a running subscription.</param>
/// <param name="Grants">What pays for jobs before overage begins, in order of consumption.</param>
/// <param name="Choices">Plans on offer, in each interval that they are sold in.</param>
/// <param name="IsMove">Whether the planned change is an operator's move to a newer version, which the customer cannot revoke.</param>
public sealed record SubscriptionView(
    CustomerEntitlements Now,
    PlanVersion? Next,
    DateTimeOffset? TermEnd,
    IReadOnlyList<GrantView> Grants,
    IReadOnlyList<PlanChoice> Choices,
    bool IsMove)
{
    /// <summary>The newest subscription; null when there never was one.</summary>
    public Subscription? Subscription => Now.Facts.Subscription;

    /// <summary>The version it is on, whether it is in force or not.</summary>
    public PlanVersion? Plan => Now.Facts.Plan;

    /// <summary>What a planned change is to, in words; null for none.</summary>
    public string? NextText => this is { Plan: { } current, Next: { } next, Subscription.NextInterval: { } interval }
        ? SubscriptionWords.Change(current, next, interval, IsMove)
        : null;

    /// <summary>What is due at <see cref="TermEnd"/>, without tax; null when nothing renews.</summary>
    public Money? RenewalPrice => Subscription is { CancelAt: null, TrialEndsAt: null, EndedAt: null } s
        ? (Next ?? Plan)?.PriceOf(s.NextInterval ?? s.Interval)
        : null;
}
