using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>One direction of a pager; stays in its place, switched off, where there is nothing further.</summary>
public sealed partial class PagerLink
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public string? Href { get; set; }

    [Parameter]
    public string? Rel { get; set; }
}
