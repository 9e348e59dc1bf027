using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>A few ways to look at a page as links, so that each has an address to share.</summary>
public sealed partial class SegmentLinks
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IEnumerable<SegmentLink> Links { get; set; }
}
