using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Checkouts;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Billing.Cards.Pages;

/// <summary>The saved cards of a customer. Numbers are typed on the payment provider's page only.</summary>
public sealed partial class PaymentMethodsPage
{
    private readonly CancellationTokenSource closing = new();
    private CardList? list;
    private DateTimeOffset now;
    private bool hasFailed;
    private bool isBusy;
    private bool mayManage;
    private string? problem;

    [Inject]
    public required CardQueries Cards { get; init; }

    [Inject]
    public required StartCheckout Checkout { get; init; }

    [Inject]
    public required CardActs Acts { get; init; }

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnBilling;

    private bool MayChange => !IsOperatorView && mayManage;

    private string EmptyText => IsOperatorView
        ? "This customer has not saved a card."
        : "A card is asked for when you choose a plan. You can also save one now. The number is typed on the payment provider's page and never comes here.";

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            mayManage = AccessPolicy.AllowsAbout(actor, OrganizationId, Permission.ManageOwnBilling, Permission.ManageBilling);
            list = await Cards.ListAsync(actor, OrganizationId, cancellationToken);
            now = Clock.GetUtcNow();
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    /// <inheritdoc />
    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender && RendererInfo.IsInteractive ? FollowAsync() : Task.CompletedTask;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            closing.Cancel();
            closing.Dispose();
        }

        base.Dispose(disposing);
    }

    // A card that was just saved comes a moment after its owner.
    private async Task FollowAsync()
    {
        try
        {
            await Live.RunAsync(LiveTopic.Billing, ShowAsync, closing.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }

        async Task<bool> ShowAsync()
        {
            await InvokeAsync(async () =>
            {
                await ReloadAsync();
                StateHasChanged();
            });

            return !hasFailed;
        }
    }

    private async Task AddAsync()
    {
        isBusy = true;

        try
        {
            var actor = await Current.GetAsync(CancellationToken.None);
            var outcome = await Checkout.HandleAsync(
                actor, OrganizationId, new CheckoutRequest.AddCard(list is { Cards.Count: 0 }), new Uri(Navigation.BaseUri), CancellationToken.None);

            if (outcome is StartCheckoutOutcome.Started started)
                Navigation.NavigateTo(started.Url.ToString(), forceLoad: true);
            else
                problem = (outcome as StartCheckoutOutcome.Refused)?.Reason;
        }
        catch (GatewayUnavailableException)
        {
            problem = "The payment provider does not answer right now. Try again in a moment.";
        }
        finally
        {
            isBusy = false;
        }
    }

    private async Task MakeDefaultAsync(CardView card)
    {
        isBusy = true;
        problem = await Acts.MakeDefaultAsync(OrganizationId, card);
        isBusy = false;
        await ReloadAsync();
    }

    private async Task RemoveAsync(CardView card)
    {
        await Acts.RemoveAsync(OrganizationId, card, list?.Cards.Count == 1, list?.PaysFor);
        await ReloadAsync();
    }

    private static string NameOf(CardView card) => $"{CardWords.Name(card.Brand)} ending in {card.Last4}";

    private string WarningAbout(CardView card)
    {
        var what = list?.PaysFor is { } paysFor ? $"the next payment for {paysFor}" : "the next payment";

        return card.ValidityAt(now) is CardValidity.Expired
            ? $"Your default card has expired, so {what} will fail. Add another card, or make another one the default."
            : $"Your default card expires soon. Add its successor before {what}.";
    }
}
