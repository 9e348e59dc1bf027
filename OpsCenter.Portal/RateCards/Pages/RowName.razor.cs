using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The head of a row: its tick, its name, and whether it is new, about to go or without use.</summary>
public sealed partial class RowName
{
    private static readonly string UnusedWords = $"no job in {RecentUse.Days} days";

    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required CardLine Line { get; set; }

    /// <summary>Whether no job used it lately.</summary>
    [Parameter]
    public bool IsUnused { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
