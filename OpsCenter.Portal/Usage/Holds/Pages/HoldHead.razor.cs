using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>How much waits, in one line.</summary>
public sealed partial class HoldHead
{
    [Parameter, EditorRequired]
    public required HoldSummary Summary { get; set; }
}
