using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>One figure: its name, its value, what it was before, and its shape over the period.</summary>
public sealed partial class FigureCard
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The value.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Where the figure is broken down.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>A second figure that explains the first.</summary>
    [Parameter]
    public string? Note { get; set; }

    [Parameter]
    public Comparison? Compared { get; set; }

    /// <summary>What exactly is compared.</summary>
    [Parameter]
    public string? CompareHint { get; set; }

    [Parameter]
    public ImmutableArray<decimal?>? Shape { get; set; }
}
