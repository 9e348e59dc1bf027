using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>What an act about holds does, before it is done.</summary>
public sealed partial class HoldEffectView
{
    [Parameter, EditorRequired]
    public required HoldSession Session { get; set; }
}
