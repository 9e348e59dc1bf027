using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Why there is nothing here and what to do about it: a title, a sentence, one button.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public string? Icon { get; set; }

    /// <summary>1 when it is the whole page, 2 under a page head.</summary>
    [Parameter]
    public int Heading { get; set; } = 2;

    /// <summary>The one button.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
