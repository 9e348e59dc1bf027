using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What can be done with one plan.</summary>
public sealed partial class PlanMenu
{
    private MudMenu? menu;

    [Parameter, EditorRequired]
    public required PlanRow Plan { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnChange { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnArchive { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnRestore { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnMove { get; set; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync(EventCallback<PlanRow> act)
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await act.InvokeAsync(Plan);
    }
}
