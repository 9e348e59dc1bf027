using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Shows what publishing changes, asks when and why, publishes. Closes with the outcome; what a field can answer keeps it open.</summary>
public sealed partial class ReviewDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly PublishTermsEntry entry = new();
    private PublishTermsForm? form;
    private string? problem;
    private bool isBusy;

    [Inject]
    public required PublishRateCard Publish { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IOptions<RateCardOptions> Options { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>The draft as the server has it.</summary>
    [Parameter, EditorRequired]
    public required DraftView View { get; set; }

    private ImmutableArray<MarginBreach> Breaches => Options.Value.Floor.NewBreaches(View.BaseSheet, View.Sheet);

    // A cancelled version keeps its number.
    private int NextVersion => Math.Max(View.Base.Version, View.LastNumber) + 1;

    private string Effect => entry.IsLater
        ? $"Version {NextVersion} prices every job that happens from its time on. Until then nothing changes."
        : $"Version {NextVersion} prices every job that happens after you publish it. Jobs before that keep their price.";

    private string PublishWords => entry.IsLater ? $"Schedule version {NextVersion}" : $"Publish version {NextVersion}";

    /// <summary>Opens the dialog.</summary>
    /// <returns>What became of publishing; null when the reader cancelled.</returns>
    public static async Task<PublishOutcome?> ShowAsync(IDialogService dialogs, DraftView view)
    {
        var parameters = new DialogParameters<ReviewDialog> { { d => d.View, view } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ReviewDialog>("Review", parameters, options);

        return await shown.Result is { Canceled: false, Data: PublishOutcome outcome } ? outcome : null;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private void Cancel() => Dialog.Cancel();

    private async Task PublishAsync()
    {
        problem = null;

        if (entry.ToTerms(Zone ?? TimeZoneInfo.Utc, asksForScheduled: View.Scheduled is not null) is { } terms)
        {
            isBusy = true;
            // A draft without a time has no changes, and then there is nothing to review.
            problem = await DatabaseFailure.AnswerAsync(() => PublishAsync(new PublishRateCardInput(View.Base.Version, View.SavedAt ?? DateTimeOffset.MinValue, terms)));
            isBusy = false;
        }

        // The button that had the focus was disabled meanwhile.
        if (form is not null && (problem is not null || entry.HasProblem))
            await form.FocusAsync();
    }

    private async Task<string?> PublishAsync(PublishRateCardInput input)
    {
        var publisher = (await Current.GetPersonAsync(closing.Token)).Actor;
        var outcome = await Publish.HandleAsync(publisher, input, closing.Token);

        if (!entry.Take(outcome))
            Dialog.Close(outcome);

        return null;
    }
}
