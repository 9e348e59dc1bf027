using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>Opens the dialogs that resolve holds; each returns when it is closed.</summary>
public sealed class HoldDialogs(IDialogService dialogs)
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    /// <summary>Charges what was proposed.</summary>
    public Task ApproveAsync(ImmutableArray<Guid> jobs) =>
        ShowAsync<ApproveDialog>(new DialogParameters<ApproveDialog> { { dialog => dialog.Jobs, jobs } });

    /// <summary>Gives jobs to a customer.</summary>
    public Task AssignAsync(ImmutableArray<Guid> jobs) =>
        ShowAsync<AssignDialog>(new DialogParameters<AssignDialog> { { dialog => dialog.Jobs, jobs } });

    /// <summary>Gives all jobs of a reported customer to one of ours.</summary>
    public Task AssignAllOfAsync(string customerRef) =>
        ShowAsync<AssignDialog>(new DialogParameters<AssignDialog> { { dialog => dialog.CustomerRef, customerRef } });

    /// <summary>Decides that jobs will never be charged.</summary>
    public Task WriteOffAsync(ImmutableArray<Guid> jobs) =>
        ShowAsync<WriteOffDialog>(new DialogParameters<WriteOffDialog> { { dialog => dialog.Jobs, jobs } });

    private async Task ShowAsync<TDialog>(DialogParameters parameters)
        where TDialog : ComponentBase
    {
        var shown = await dialogs.ShowAsync<TDialog>(null, parameters, Options);
        await shown.Result;
    }
}
