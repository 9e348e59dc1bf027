using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Checkouts.Pages;

/// <summary>Where a person comes back to from the payment provider's page. Being here proves nothing: it waits for the provider's word.</summary>
public sealed partial class CheckoutReturnPage : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Task following = Task.CompletedTask;
    private CheckoutView? view;
    private bool isForbidden;
    private bool isMissing;
    private bool hasFailed;

    [Inject]
    public required CheckoutQueries Checkouts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Parameter]
    public Guid CheckoutId { get; set; }

    private string Title => (view?.State ?? CheckoutState.Open) switch
    {
        CheckoutState.Open => "One moment",
        CheckoutState.Completed => "Done",
        CheckoutState.Expired => "Not completed",
        CheckoutState.Refused => "Your money is on its way back",
    };

    private string WaitingText => view is null ? "Looking for your payment…" : view.Purpose switch
    {
        CheckoutPurpose.AddCard => "Your card is being saved…",
        CheckoutPurpose.Subscribe or CheckoutPurpose.Upgrade => "We wait for the payment provider to confirm; your plan starts then…",
        CheckoutPurpose.PayInvoice => "We wait for the payment provider to confirm your payment…",
    };

    private string Outcome => view switch
    {
        { State: CheckoutState.Completed, Purpose: CheckoutPurpose.AddCard } => "Your card is saved.",
        { State: CheckoutState.Completed, Purpose: CheckoutPurpose.PayInvoice } => $"{MoneyFormat.Exact(view.Amount)} received, the invoice is paid.",
        { State: CheckoutState.Completed } when view.Amount.Amount > 0 => $"{MoneyFormat.Exact(view.Amount)} received. Your plan is active.",
        { State: CheckoutState.Completed } => "Your plan is active.",
        { State: CheckoutState.Refused } => $"{view.Outcome} What you paid is given back to your card.",
        _ => "Nobody completed the payment in time, and nothing was paid.",
    };

    private (string Title, string Href) Next => (view?.Purpose ?? CheckoutPurpose.Subscribe) switch
    {
        CheckoutPurpose.AddCard => ("Go to payment methods", PortalUrls.CustomersPaymentMethods),
        CheckoutPurpose.PayInvoice => ("Go to billing", PortalUrls.CustomersBilling),
        CheckoutPurpose.Subscribe or CheckoutPurpose.Upgrade => ("Go to your plan", PortalUrls.CustomersPlan),
    };

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await following;
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
            return;

        await ReadAsync();
        following = FollowAsync();
    }

    private async Task FollowAsync()
    {
        try
        {
            await Live.RunAsync(LiveTopic.Billing, ReadAndShowAsync, closing.Token);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    // False while it is open: asked again soon, for a mark may have come before anybody listened.
    private async Task<bool> ReadAndShowAsync()
    {
        var isOver = false;
        await InvokeAsync(async () =>
        {
            isOver = await ReadAsync();
            StateHasChanged();
        });

        return isOver;
    }

    private async Task<bool> ReadAsync()
    {
        try
        {
            var actor = await Current.GetAsync(closing.Token);

            if (actor is not Actor.User { OrganizationId: { } organizationId } || !AccessPolicy.AllowsAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling))
            {
                isForbidden = true;

                return true;
            }

            view = await Checkouts.FindAsync(actor, organizationId, CheckoutId, closing.Token);
            isMissing = view is null;
            hasFailed = false;

            return view is not { State: CheckoutState.Open };
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;

            return false;
        }
    }
}
