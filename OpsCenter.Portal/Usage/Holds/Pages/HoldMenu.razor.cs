using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>What can be done with one hold.</summary>
public sealed partial class HoldMenu
{
    private MudMenu? menu;

    [Parameter, EditorRequired]
    public required HoldRow Hold { get; set; }

    [Parameter]
    public EventCallback<HoldRow> OnApprove { get; set; }

    [Parameter]
    public EventCallback<HoldRow> OnAssign { get; set; }

    [Parameter]
    public EventCallback<HoldRow> OnWriteOff { get; set; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync(EventCallback<HoldRow> act)
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await act.InvokeAsync(Hold);
    }
}
