using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>Recomputes the chain of seals, with progress and a way to stop.</summary>
public sealed partial class VerifyAuditDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private CancellationTokenSource? running;
    private MudButton? leave;
    private AuditProgress? progress;
    private AuditVerification? result;
    private string? noted;
    private string? problem;
    private bool isUnreadable;

    [Inject]
    public required VerifyAuditTrail Verify { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private bool IsRunning => running is not null;

    private string ProgressText => progress is null ? "Starting…" : $"{progress.Seals:N0} of {progress.AllSeals:N0} seals";

    /// <summary>Opens the dialog; returns when it is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs)
    {
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<VerifyAuditDialog>("Verify the audit trail", options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private async Task RunAsync()
    {
        var seal = AuditSeal.Parse(noted);
        isUnreadable = seal is null && !string.IsNullOrWhiteSpace(noted);

        if (isUnreadable)
            return;

        using var own = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        (running, progress, result, problem) = (own, null, null, null);
        // The pressed button goes; without a focus inside, Escape would not close the dialog.
        await (leave?.FocusAsync() ?? ValueTask.CompletedTask);

        try
        {
            problem = await DatabaseFailure.AnswerAsync(async () =>
            {
                var actor = await Current.GetAsync(own.Token);
                result = await Verify.HandleAsync(actor, seal, new Progress<AuditProgress>(Show), own.Token);

                return null;
            });
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            // The reader stopped it, or left.
        }
        finally
        {
            running = null;
        }
    }

    private void Show(AuditProgress made)
    {
        progress = made;
        StateHasChanged();
    }

    private void Leave()
    {
        if (running is not null)
            running.Cancel();
        else
            Dialog.Close();
    }
}
