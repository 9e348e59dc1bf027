using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Yaml;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The card as a file, and back.</summary>
public sealed partial class RateCardMenu : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private MudMenu? menu;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    /// <summary>The open card.</summary>
    [Parameter, EditorRequired]
    public required RateCardSession Session { get; set; }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ImportAsync()
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);

        // The file is compared with the draft as the server has it, so what was typed just now has to be there first.
        if (await AnswerAsync(() => Session.RefreshAsync(closing.Token)) && await ImportDialog.ShowAsync(Dialogs) is { } rows
            && await AnswerAsync(() => Session.TakeImportAsync(rows, closing.Token)))
        {
            Snackbar.Add($"{Words.Count(rows.Count, "row")} imported", Severity.Success);
        }
    }

    private async Task<bool> AnswerAsync(Func<Task> act)
    {
        var problem = await DatabaseFailure.AnswerAsync(async () =>
        {
            await act();

            return Session.IsDirty ? DatabaseFailure.Sentence : null;
        });

        if (problem is not null)
        {
            Snackbar.Add(problem, Severity.Error);
        }

        return problem is null;
    }
}
