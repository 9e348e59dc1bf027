using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>The plan of a customer: what it gives, what is left, what happens next, and the ways to change it. The interval of the comparison stands in the address.</summary>
public sealed partial class PlanPage
{
    public const string IntervalName = "interval";
    private SubscriptionView? view;
    private bool canManage;

    [Inject]
    public required SubscriptionQueries Subscriptions { get; init; }

    [Inject]
    public required PlanActs Acts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = IntervalName)]
    public string? AddressInterval { get; set; }

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnSubscription;

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private BillingInterval Interval => Query.Choice<BillingInterval>(IntervalName) switch
    {
        BillingInterval.Year => BillingInterval.Year,
        BillingInterval.Month => BillingInterval.Month,
        BillingInterval.Once or null => view?.Subscription is { Interval: BillingInterval.Year } ? BillingInterval.Year : BillingInterval.Month,
    };

    private string NoPlanText => canManage || IsOperatorView
        ? "There is no plan yet. New jobs can start as soon as one is chosen and paid."
        : "There is no plan yet. An owner of your organisation can choose one.";

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        canManage = !IsOperatorView && AccessPolicy.Allows(actor, Permission.ManageOwnSubscription);
        view = await Subscriptions.OfAsync(actor, OrganizationId, cancellationToken);
    }

    private Task ChooseAsync(PlanChoice choice) => view is { } shown ? ReloadAfterAsync(Acts.ChooseAsync(shown, choice)) : Task.CompletedTask;

    private Task CancelAsync() => view is { } shown ? ReloadAfterAsync(Acts.CancelAsync(shown)) : Task.CompletedTask;

    private Task ResumeAsync() => ReloadAfterAsync(Acts.ResumeAsync(OrganizationId));

    private Task RevokeAsync() => ReloadAfterAsync(Acts.RevokeAsync(OrganizationId));

    // Also after an act that was given up: what a colleague changed meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await ReloadAsync();
    }
}
