using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>What can be done with one agent.</summary>
public sealed partial class AgentMenu
{
    private MudMenu? menu;

    [Parameter, EditorRequired]
    public required AgentRow Agent { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback<AgentRow> OnEdit { get; set; }

    [Parameter]
    public EventCallback<AgentRow> OnArchive { get; set; }

    [Parameter]
    public EventCallback<AgentRow> OnRestore { get; set; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync(EventCallback<AgentRow> act)
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await act.InvokeAsync(Agent);
    }
}
