using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>One name and value of a list of facts.</summary>
public sealed partial class Fact
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
