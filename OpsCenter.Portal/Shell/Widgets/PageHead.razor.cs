using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>The top of every page: the one h1, a line about it, one primary action at the right and the rest behind "…".</summary>
public sealed partial class PageHead
{
    /// <summary>Also the document's title.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Subtitle { get; set; }

    /// <summary>The list a detail page belongs to.</summary>
    [Parameter]
    public string? ParentTitle { get; set; }

    [Parameter]
    public string? ParentHref { get; set; }

    [Parameter]
    public RenderFragment? Action { get; set; }

    /// <summary>Menu items.</summary>
    [Parameter]
    public RenderFragment? More { get; set; }
}
