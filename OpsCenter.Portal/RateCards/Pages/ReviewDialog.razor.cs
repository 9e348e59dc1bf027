using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Shows what publishing changes, asks for a note, publishes. Closes with the outcome; a note that is refused keeps it open.</summary>
public sealed partial class ReviewDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private ElementReference noteField;
    private string note = "";
    private string? problem;
    private bool isBusy;

    [Inject]
    public required PublishRateCard Publish { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The draft as the server has it.</summary>
    [Parameter, EditorRequired]
    public required DraftView View { get; set; }

    private int NextVersion => View.Base.Version + 1;

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
        // A draft without a time has no changes, and then there is nothing to review.
        var input = new PublishRateCardInput(View.Base.Version, View.SavedAt ?? DateTimeOffset.MinValue, note);
        (isBusy, problem) = (true, null);
        try
        {
            var publisher = (await Current.GetPersonAsync(closing.Token)).Actor;
            var outcome = await Publish.HandleAsync(publisher, input, closing.Token);

            if (outcome is PublishOutcome.NoteRefused refused)
            {
                problem = refused.Message;
            }
            else
            {
                Dialog.Close(outcome);
            }
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            problem = DatabaseFailure.Sentence;
        }
        finally
        {
            isBusy = false;
        }

        // The button that had the focus was disabled meanwhile.
        if (problem is not null)
        {
            await noteField.FocusAsync();
        }
    }
}
