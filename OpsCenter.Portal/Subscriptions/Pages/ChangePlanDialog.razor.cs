using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Subscriptions.Changes;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What a choice of plan means, in money and dates, before it is made.</summary>
public sealed partial class ChangePlanDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required SubscriptionView View { get; set; }

    [Parameter, EditorRequired]
    public required PlanChoice Choice { get; set; }

    /// <summary>What an upgrade costs and gives; null for other changes.</summary>
    [Parameter]
    public UpgradeOffer? Offer { get; set; }

    /// <summary>Does it; the dialog stays open, with a sentence, until it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<CancellationToken, Task<string?>> Act { get; set; }

    private string Title => Choice.Change switch
    {
        PlanChange.Upgrade => $"Upgrade to {Choice.Version.Name}?",
        PlanChange.AtPeriodEnd => $"Change to {Choice.Version.Name}, {SubscriptionWords.Per(Choice.Interval)}?",
        PlanChange.Subscribe or PlanChange.Current or PlanChange.NotOffered => $"Choose {Choice.Version.Name}?",
    };

    private string Verb => Choice.Change switch
    {
        PlanChange.AtPeriodEnd => "Plan the change",
        PlanChange.Subscribe or PlanChange.Upgrade or PlanChange.Current or PlanChange.NotOffered => "Continue to payment",
    };

    private string? Note => (Choice.Change, View.Subscription) switch
    {
        (PlanChange.AtPeriodEnd, _) => "You can revoke it until then.",
        (PlanChange.Upgrade, { NextPlanVersionId: not null }) => "The change that is planned is dropped.",
        (PlanChange.Subscribe, { TrialEndsAt: not null, EndedAt: null }) => "Your trial ends when the plan starts; what is left of its included usage expires.",
        _ => null,
    };

    private string RemainingText => Offer is { Quote: var quote } && Choice.Interval is BillingInterval.Month
        ? $"{quote.DaysInPeriod - quote.DaysElapsed} of {quote.DaysInPeriod} days of this period"
        : "the days that are left of this year";

    /// <summary>Shows it.</summary>
    public static async Task ShowAsync(
        IDialogService dialogs, SubscriptionView view, PlanChoice choice, UpgradeOffer? offer, Func<CancellationToken, Task<string?>> act)
    {
        var parameters = new DialogParameters<ChangePlanDialog>
        {
            { dialog => dialog.View, view }, { dialog => dialog.Choice, choice }, { dialog => dialog.Offer, offer }, { dialog => dialog.Act, act },
        };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ChangePlanDialog>("Change plan", parameters, options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private async Task ActAsync()
    {
        if (isBusy)
            return;

        (isBusy, problem) = (true, null);

        try
        {
            problem = await Act(closing.Token);
        }
        finally
        {
            isBusy = false;
        }

        if (problem is null)
            Dialog.Close();
    }
}
