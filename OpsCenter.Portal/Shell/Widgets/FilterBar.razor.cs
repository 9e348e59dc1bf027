using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>The line of filters above a list.</summary>
public sealed partial class FilterBar
{
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>The list without filters; null while none is set.</summary>
    [Parameter]
    public string? ClearHref { get; set; }
}
