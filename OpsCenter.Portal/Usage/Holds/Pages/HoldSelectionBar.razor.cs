using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>What can be done with all chosen holds at once.</summary>
public sealed partial class HoldSelectionBar
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<HoldRow> Chosen { get; set; }

    [Parameter]
    public EventCallback OnApprove { get; set; }

    [Parameter]
    public EventCallback OnAssign { get; set; }

    [Parameter]
    public EventCallback OnWriteOff { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }
}
