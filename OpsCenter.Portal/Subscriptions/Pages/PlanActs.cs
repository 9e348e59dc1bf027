using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Subscriptions.Changes;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What the page about a plan does: shows money and date in a dialog, acts, tells. A refusal stays in the dialog, with everything typed.</summary>
public sealed class PlanActs(
    IDialogService dialogs, ISnackbar snackbar, CurrentActor current, NavigationManager navigation, PlanCommands commands)
{
    /// <summary>Shows what a choice means, and does it: at once by way of the payment page, or for the end of what is paid for.</summary>
    public async Task ChooseAsync(SubscriptionView view, PlanChoice choice)
    {
        var organization = view.Now.OrganizationId;

        switch (choice.Change)
        {
            case PlanChange.Subscribe:
                await AskAsync(view, choice, null, (actor, token) => BuyAsync(commands.Buy.SubscribeAsync(actor, organization, choice.Version.Id, choice.Interval, Portal, token)));
                break;
            case PlanChange.Upgrade:
                await UpgradeAsync(view, choice);
                break;
            case PlanChange.AtPeriodEnd:
                await AskAsync(view, choice, null, async (actor, token) =>
                    await commands.Schedule.HandleAsync(actor, organization, choice.Version.Id, choice.Interval, token) ?? Done($"Change to {choice.Version.Name} planned"));
                break;
            case PlanChange.Current or PlanChange.NotOffered:
                break;
        }
    }

    /// <summary>Asks why and cancels.</summary>
    public Task CancelAsync(SubscriptionView view) => CancelDialog.ShowAsync(dialogs, view, (reason, cancellationToken) =>
        ActAsync(
            async actor => await commands.Cancel.HandleAsync(actor, view.Now.OrganizationId, reason, cancellationToken) ?? Done("Plan cancelled"), cancellationToken));

    /// <summary>Takes back a cancellation.</summary>
    public Task ResumeAsync(Guid organization) => TellAsync(actor => commands.Resume.HandleAsync(actor, organization, CancellationToken.None), "Plan resumed");

    /// <summary>Takes back a planned change.</summary>
    public Task RevokeAsync(Guid organization) =>
        TellAsync(actor => commands.Revoke.HandleAsync(actor, organization, CancellationToken.None), "Planned change revoked");

    private Uri Portal => new(navigation.BaseUri);

    private async Task UpgradeAsync(SubscriptionView view, PlanChoice choice)
    {
        var organization = view.Now.OrganizationId;
        UpgradeAnswer? answer = null;
        var away = await ActAsync(
            async actor =>
            {
                answer = await commands.Quote.HandleAsync(actor, organization, choice.Version.Id, CancellationToken.None);

                return null;
            },
            CancellationToken.None);

        if (answer is UpgradeAnswer.Offered { Offer: var offer })
            await AskAsync(view, choice, offer, (actor, token) => BuyAsync(commands.Buy.UpgradeAsync(actor, organization, offer.Quote, Portal, token)));
        else
            snackbar.Add(answer is UpgradeAnswer.Refused refused ? refused.Message : away ?? DatabaseFailure.Sentence, Severity.Warning);
    }

    private Task AskAsync(SubscriptionView view, PlanChoice choice, UpgradeOffer? offer, Func<Actor, CancellationToken, Task<string?>> act) =>
        ChangePlanDialog.ShowAsync(dialogs, view, choice, offer, cancellationToken => ActAsync(actor => act(actor, cancellationToken), cancellationToken));

    private async Task<string?> BuyAsync(Task<BuyPlanOutcome> buying)
    {
        switch (await buying)
        {
            case BuyPlanOutcome.PaymentPage page:
                navigation.NavigateTo(page.Url.ToString(), forceLoad: true);
                return null;
            case BuyPlanOutcome.Refused refused:
                return refused.Message;
            case var outcome:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }

    private async Task TellAsync(Func<Actor, Task<string?>> act, string success)
    {
        var problem = await ActAsync(act, CancellationToken.None);
        snackbar.Add(problem ?? success, problem is null ? Severity.Success : Severity.Warning);
    }

    private Task<string?> ActAsync(Func<Actor, Task<string?>> act, CancellationToken cancellationToken) =>
        DatabaseFailure.AnswerAsync(async () => await act(await current.GetAsync(cancellationToken)));

    private string? Done(string success)
    {
        snackbar.Add(success, Severity.Success);

        return null;
    }
}
