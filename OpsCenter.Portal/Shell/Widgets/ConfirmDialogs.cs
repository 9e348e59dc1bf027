using MudBlazor;

namespace OpsCenter.Portal.Shell.Widgets;

public static class ConfirmDialogs
{
    /// <returns>True when the act was confirmed and done.</returns>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, Confirmation confirmation)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { dialog => dialog.Confirmation, confirmation } };
        // While the act runs a click beside the dialog must not hide its outcome.
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ConfirmDialog>(confirmation.Title, parameters, options);
        return await shown.Result is { Canceled: false };
    }
}
