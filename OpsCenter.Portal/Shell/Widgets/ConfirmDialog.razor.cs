using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Asks, then acts with its own button busy, and stays open with a sentence when the act was refused.</summary>
public sealed partial class ConfirmDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private bool isBusy;
    private string? problem;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Confirmation Confirmation { get; set; }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private void Cancel() => Dialog.Cancel();

    private async Task ActAsync()
    {
        isBusy = true;
        problem = null;
        try
        {
            problem = await Confirmation.Act(closing.Token);
        }
        finally
        {
            isBusy = false;
        }
        if (problem is null)
            Dialog.Close();
    }
}
