using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>How a job can be corrected.</summary>
public sealed partial class CorrectionMenu
{
    private MudMenu? menu;

    /// <summary>False for a job that is voided already.</summary>
    [Parameter, EditorRequired]
    public bool CanVoid { get; set; }

    [Parameter]
    public EventCallback OnReprice { get; set; }

    [Parameter]
    public EventCallback OnVoid { get; set; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync(EventCallback act)
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await act.InvokeAsync();
    }
}
