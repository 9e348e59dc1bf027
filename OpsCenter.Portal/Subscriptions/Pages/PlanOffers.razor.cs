using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>The plans on offer side by side, by the month or by the year.</summary>
public sealed partial class PlanOffers
{
    [Parameter, EditorRequired]
    public required SubscriptionView View { get; set; }

    /// <summary>Which prices are shown; a plan that is sold otherwise only is shown as it is sold.</summary>
    [Parameter, EditorRequired]
    public BillingInterval Interval { get; set; }

    /// <summary>The address of the page.</summary>
    [Parameter, EditorRequired]
    public required UrlQuery Query { get; set; }

    [Parameter]
    public bool CanManage { get; set; }

    [Parameter]
    public EventCallback<PlanChoice> OnChoose { get; set; }

    // A trial is for customers who never had a plan: others need not see it.
    private IReadOnlyList<PlanChoice> Shown =>
        [.. View.Choices.Where(c => c.Change is not PlanChange.NotOffered).GroupBy(c => c.Version.Id).Select(plan => plan.FirstOrDefault(c => c.Interval == Interval) ?? plan.First())];

    private bool IsSoldBoth => View.Choices.Select(c => c.Interval).Where(i => i is not BillingInterval.Once).Distinct().Count() > 1;

    private IEnumerable<SegmentLink> Links => [LinkTo("Monthly", BillingInterval.Month), LinkTo("Yearly", BillingInterval.Year)];

    private static string VerbOf(PlanChoice choice) => choice.Change switch
    {
        PlanChange.Subscribe => $"Choose {choice.Version.Name}",
        PlanChange.Upgrade => $"Upgrade to {choice.Version.Name}",
        PlanChange.AtPeriodEnd => $"Change to {choice.Version.Name}",
        PlanChange.Current or PlanChange.NotOffered => "",
    };

    private bool IsOpen(PlanChoice choice) => choice.Change switch
    {
        PlanChange.Subscribe or PlanChange.Upgrade => true,
        PlanChange.AtPeriodEnd => !IsNext(choice),
        PlanChange.Current or PlanChange.NotOffered => false,
    };

    private bool IsNext(PlanChoice choice) =>
        View.Subscription is { } s && s.NextPlanVersionId == choice.Version.Id && s.NextInterval == choice.Interval;

    private SegmentLink LinkTo(string text, BillingInterval interval) =>
        new(text, Query.With<BillingInterval>(PlanPage.IntervalName, interval).ToHref(), Interval == interval);
}
