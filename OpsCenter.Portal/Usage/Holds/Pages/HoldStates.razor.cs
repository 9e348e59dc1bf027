using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>The states of holds as tabs; each is an address.</summary>
public sealed partial class HoldStates
{
    [Parameter, EditorRequired]
    public required HoldListAddress Address { get; set; }
}
