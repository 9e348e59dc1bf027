using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>Which plan it is, how it stands, and what happens next.</summary>
public sealed partial class PlanSummary
{
    [Parameter, EditorRequired]
    public required SubscriptionView View { get; set; }

    /// <summary>Whether the reader may change it.</summary>
    [Parameter]
    public bool CanManage { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnResume { get; set; }

    [Parameter]
    public EventCallback OnRevoke { get; set; }

    private string Name => View.Plan is { } plan ? $"{plan.Name} plan" : "No plan";

    private bool IsRunning => View.Now.Entitlements.Plan is not null;

    private string? Price => View is { Subscription: { } subscription, Plan: { } plan } && plan.PriceOf(subscription.Interval) is { } price
        ? SubscriptionWords.Price(price, subscription.Interval)
        : null;

    private string RenewalText => View is { RenewalPrice: { } price, Subscription: { } subscription }
        ? $" for {SubscriptionWords.Price(price, subscription.NextInterval ?? subscription.Interval)}"
        : "";

    private DateTimeOffset? EndedAt => View.Subscription is { } s ? s.EndedAt ?? s.CancelAt ?? s.TrialEndsAt : null;

    private NextStep Step => (View.Now.Entitlements.Status, View.Subscription) switch
    {
        (null or SubscriptionStatus.Ended, _) => NextStep.Ended,
        (SubscriptionStatus.Pending, _) => NextStep.Waits,
        (SubscriptionStatus.Trialing, _) => NextStep.TrialEnds,
        (_, { CancelAt: not null }) => NextStep.EndsCancelled,
        (_, { NextPlanVersionId: not null }) => NextStep.Changes,
        _ => NextStep.Renews,
    };
}
