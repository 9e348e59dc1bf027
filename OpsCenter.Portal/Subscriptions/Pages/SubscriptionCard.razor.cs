using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>A customer's subscription as operators see it, with the way to its pages and to what only operators do.</summary>
public sealed partial class SubscriptionCard : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private SubscriptionView? view;
    private bool isForbidden;
    private bool canManage;

    [Inject]
    public required SubscriptionQueries Subscriptions { get; init; }

    [Inject]
    public required SubscriptionDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    /// <summary>The customer's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    private bool CanStart => view is { Now.Entitlements.Status: null or SubscriptionStatus.Ended or SubscriptionStatus.Pending or SubscriptionStatus.Trialing };

    private string PlanText => view is { Plan: { } plan, Subscription: { } subscription }
        ? plan.PriceOf(subscription.Interval) is { } price ? $"{plan.Name}, {SubscriptionWords.Price(price, subscription.Interval)}" : plan.Name
        : "none";

    private string CapText => view?.Now switch
    {
        { Entitlements.OverageCap: null } => "none",
        { Entitlements.OverageCap: { } cap, Facts.SetOverageCap: not null } => $"{MoneyFormat.Exact(cap)}, set by an operator",
        { Entitlements.OverageCap: { } cap } => $"{MoneyFormat.Exact(cap)}, until an invoice with overage is paid",
        null => "",
    };

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync(closing.Token);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewBilling);
        canManage = AccessPolicy.Allows(actor, Permission.ManageSubscriptions);

        if (!isForbidden)
            view = await Subscriptions.OfAsync(actor, OrganizationId, closing.Token);
    }

    private Task StartAsync() => view is { } shown ? ReloadAfterAsync(Desk.StartAsync(shown, Name)) : Task.CompletedTask;

    private Task SetCapAsync() => view is { } shown ? ReloadAfterAsync(Desk.SetCapAsync(shown, Name)) : Task.CompletedTask;

    private Task EndAsync() => view is { } shown ? ReloadAfterAsync(Desk.EndAsync(shown, Name)) : Task.CompletedTask;

    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await LoadAsync();
    }
}
