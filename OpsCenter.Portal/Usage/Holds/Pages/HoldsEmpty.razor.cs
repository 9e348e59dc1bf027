using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>Why no hold is shown.</summary>
public sealed partial class HoldsEmpty
{
    [Parameter, EditorRequired]
    public required HoldListAddress Address { get; set; }

    private string Title => Address.View switch
    {
        HoldView.Open => "Nothing is held",
        HoldView.Proposed => "Nothing to approve",
        HoldView.Priced => "No held job was priced yet",
        HoldView.WrittenOff => "Nothing was written off",
    };

    private string Text => Address.View switch
    {
        HoldView.Open => "A job that names a route, agent, tool or customer we do not know waits here instead of being charged 0.",
        HoldView.Proposed => "Prices of jobs that are older than 30 days or dearer than was estimated wait here for an operator.",
        HoldView.Priced => "Held jobs that got their price stand here.",
        HoldView.WrittenOff => "Held jobs that will never be charged stand here with the reason.",
    };
}
