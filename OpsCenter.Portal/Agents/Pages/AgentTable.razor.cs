using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>Agents as rows; each opens the agent.</summary>
public sealed partial class AgentTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AgentRow> Agents { get; set; }

    /// <summary>The address of the list, for the links that sort it.</summary>
    [Parameter, EditorRequired]
    public required UrlQuery Query { get; set; }

    [Parameter, EditorRequired]
    public AgentSort Sort { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback<(AgentRow Agent, bool IsActive)> OnSwitch { get; set; }

    [Parameter]
    public EventCallback<AgentRow> OnEdit { get; set; }

    [Parameter]
    public EventCallback<AgentRow> OnArchive { get; set; }

    [Parameter]
    public EventCallback<AgentRow> OnRestore { get; set; }

    private SortOrder? Order(AgentSort ascending, AgentSort descending) =>
        Sort == ascending ? SortOrder.Ascending : Sort == descending ? SortOrder.Descending : null;

    private string Toggle(AgentSort first, AgentSort second) =>
        Query.With<AgentSort>(AgentAddress.Sort, Sort == first ? second : first).Without(AgentAddress.Page).ToHref();
}
