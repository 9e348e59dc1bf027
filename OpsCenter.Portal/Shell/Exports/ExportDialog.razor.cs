using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>Shows how far a download has come, and can stop it. The file itself goes from the server to the browser, not through here.</summary>
public sealed partial class ExportDialog : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource closing = new();
    private MudButton? leave;
    private ExportRun? run;
    private Guid next;
    private bool isElsewhere;
    private bool hasFocused;

    [Inject]
    public required ExportRuns Runs { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ExportQuestion Question { get; set; }

    private ExportState State => run?.State ?? ExportState.Waiting;

    private bool IsOver => isElsewhere || run is { IsOver: true };

    private string Line => State switch
    {
        ExportState.Waiting => isElsewhere ? "Your browser has the download; see how it goes there." : "Starting…",
        ExportState.Running => $"{Rows} so far. The browser saves the file as it comes.",
        ExportState.Done => $"{Rows} exported. The file is in your downloads.",
        ExportState.Cancelled => $"Stopped after {Rows}. What was downloaded is not whole.",
        ExportState.Failed => $"The export broke off after {Rows}. What was downloaded is not whole; try again.",
    };

    private string Rows => run is { Rows: 1 } ? "1 row" : $"{run?.Rows ?? 0:N0} rows";

    /// <summary>Opens the dialog; returns when it is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs, ExportQuestion question)
    {
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ExportDialog>("Export", new DialogParameters<ExportDialog> { { d => d.Question, question } }, options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync() => WatchAsync(Question.Run);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The pressed or focused button went; without a focus inside, Escape would not close the dialog.
        if (IsOver && leave is not null && !hasFocused)
        {
            hasFocused = true;
            await leave.FocusAsync();
        }
    }

    private async Task WatchAsync(Guid id)
    {
        next = Guid.CreateVersion7(Clock.GetUtcNow());
        isElsewhere = false;
        var begun = Clock.GetUtcNow();

        try
        {
            run = Runs.Find(await Current.GetAsync(closing.Token), id);

            while (!IsOver)
            {
                await Task.Delay(Interval, Clock, closing.Token);
                isElsewhere = State is ExportState.Waiting && Clock.GetUtcNow() - begun > Patience;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The dialog was closed; the download goes on.
        }
    }

    private async Task AgainAsync()
    {
        hasFocused = false;
        await WatchAsync(next);
    }

    private void Cancel() => run?.Cancel();
}
