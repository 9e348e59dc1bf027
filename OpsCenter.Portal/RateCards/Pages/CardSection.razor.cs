using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A part of the page: what it is about, how to add to it, its table or why there is none.</summary>
public sealed partial class CardSection
{
    /// <summary>Also the section's anchor.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>A line about it.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The button: "Add model".</summary>
    [Parameter, EditorRequired]
    public required string AddWords { get; set; }

    [Parameter, EditorRequired]
    public required string EmptyTitle { get; set; }

    [Parameter, EditorRequired]
    public required string EmptyText { get; set; }

    [Parameter]
    public bool IsEmpty { get; set; }

    [Parameter]
    public bool CanAdd { get; set; }

    [Parameter]
    public EventCallback OnAdd { get; set; }

    /// <summary>What stands before the button.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>The table.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
