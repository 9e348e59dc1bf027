using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>
/// Exports a list as filtered. It is a link, so the browser does the download; the dialog only watches. Every press has a run of its own.
/// </summary>
public sealed partial class ExportButton
{
    private Guid run;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The export's name.</summary>
    [Parameter, EditorRequired]
    public required string List { get; set; }

    /// <summary>What the rows are, in the plural: "jobs".</summary>
    [Parameter, EditorRequired]
    public required string Things { get; set; }

    /// <summary>The address of the page, whose filters the file has as well.</summary>
    [Parameter, EditorRequired]
    public required UrlQuery Query { get; set; }

    protected override void OnInitialized() => run = Guid.CreateVersion7(Clock.GetUtcNow());

    private async Task WatchAsync()
    {
        var watched = run;
        run = Guid.CreateVersion7(Clock.GetUtcNow());
        await ExportDialog.ShowAsync(Dialogs, new ExportQuestion(List, Things, Query, watched));
    }
}
