using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>The heading of an empty or error state: the page's h1 when the state is the whole page.</summary>
public sealed partial class StateTitle
{
    [Parameter, EditorRequired]
    public int Level { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }
}
