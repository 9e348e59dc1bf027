using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Delete a row, or take back what was done to it.</summary>
public sealed partial class RowActions
{
    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required CardLine Line { get; set; }

    private string UndoWords => Line.IsDeleted ? "Restore" : "Undo changes to";

    private void Undo() => Editor.Undo(Line.Key);

    private void Delete()
    {
        var (editor, line) = (Editor, Line);
        editor.Delete(line.Key);

        // A published row stays on the page, struck through, with its own way back. A new one is gone from it.
        if (line.IsNew)
        {
            Snackbar.Add($"{line.Key} removed", Severity.Normal, options =>
            {
                options.Action = "Undo";
                options.OnClick = _ =>
                {
                    editor.Add(line.Row);
                    return Task.CompletedTask;
                };
            });
        }
    }
}
