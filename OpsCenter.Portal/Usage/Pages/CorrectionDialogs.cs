using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Opens the dialogs that correct a job.</summary>
public sealed class CorrectionDialogs(IDialogService dialogs)
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    /// <summary>Voids a job after a preview; returns when the dialog is closed.</summary>
    public Task VoidAsync(Guid eventId) => ShowAsync<VoidDialog>(
        new DialogParameters<VoidDialog> { { dialog => dialog.EventId, eventId } });

    /// <summary>Re-prices a job after a preview; returns when the dialog is closed.</summary>
    public Task RepriceAsync(Guid eventId) => ShowAsync<RepriceDialog>(
        new DialogParameters<RepriceDialog> { { dialog => dialog.EventId, eventId } });

    private async Task ShowAsync<TDialog>(DialogParameters parameters)
        where TDialog : ComponentBase
    {
        var shown = await dialogs.ShowAsync<TDialog>(null, parameters, Options);
        await shown.Result;
    }
}
