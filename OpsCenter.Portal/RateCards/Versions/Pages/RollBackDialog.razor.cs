using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Pages;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>Shows what bringing old prices back changes, asks when and why, publishes them.</summary>
public sealed partial class RollBackDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly PublishTermsEntry entry = new();
    private PublishTermsForm? form;
    private RateCardView? current;
    private RateCardVersionView? scheduled;
    private IReadOnlyList<RowDifference> differences = [];
    private ImmutableArray<MarginBreach> breaches = [];
    private string? problem;
    private bool isBusy;

    [Inject]
    public required RollBackRateCard RollBack { get; init; }

    [Inject]
    public required RateCardQueries Queries { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IOptions<RateCardOptions> Options { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>The version whose prices come back.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>Opens the dialog.</summary>
    /// <returns>The new version; null when the reader cancelled.</returns>
    public static async Task<PublishOutcome.Published?> ShowAsync(IDialogService dialogs, int version)
    {
        var parameters = new DialogParameters<RollBackDialog> { { d => d.Version, version } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<RollBackDialog>("Roll back", parameters, options);

        return await shown.Result is { Canceled: false, Data: PublishOutcome.Published done } ? done : null;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync() => problem = await DatabaseFailure.AnswerAsync(async () =>
    {
        await LoadAsync();

        return null;
    });

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync(closing.Token);
        var old = await Queries.FindAsync(actor, Version, closing.Token);
        scheduled = await Queries.ScheduledAsync(actor, closing.Token);
        current = await Queries.CurrentAsync(actor, closing.Token);
        var (before, after) = (RateCardSheet.Of(current.Content), RateCardSheet.Of((old ?? current).Content));
        differences = RateCardDiff.Between(before, after);
        breaches = Options.Value.Floor.NewBreaches(before, after);
    }

    private async Task PublishAsync()
    {
        problem = null;

        if (current is { } on && entry.ToTerms(Zone ?? TimeZoneInfo.Utc, asksForScheduled: scheduled is not null) is { } terms)
        {
            isBusy = true;
            problem = await DatabaseFailure.AnswerAsync(() => PublishAsync(new RollBackInput(Version, on.Published.Version, terms)));
            isBusy = false;
        }

        // The button that had the focus was disabled meanwhile.
        if (form is not null && (problem is not null || entry.HasProblem))
            await form.FocusAsync();
    }

    private async Task<string?> PublishAsync(RollBackInput input)
    {
        var outcome = await RollBack.HandleAsync((await Current.GetPersonAsync(closing.Token)).Actor, input, closing.Token);

        if (outcome is PublishOutcome.Published)
        {
            Dialog.Close(outcome);
        }
        else if (!entry.Take(outcome))
        {
            await LoadAsync();

            return "The card in force changed meanwhile. Look at the changes again.";
        }

        return null;
    }
}
