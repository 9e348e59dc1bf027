using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>How a hold stands: since when it waits, what waits for approval, or how it ended.</summary>
public sealed partial class HoldStanding
{
    [Parameter, EditorRequired]
    public required HoldRow Hold { get; set; }
}
