using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;
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

    /// <summary>The id of what a row is called. The head of the row has a tick in it as well, whose name is not the row's.</summary>
    public static string IdOf(RateCardRowKey key) => $"{key.Section}-{key.Name}";

    /// <summary>The id of what is worth knowing about the row, if anything is.</summary>
    public static string TagIdOf(RateCardRowKey key) => $"{IdOf(key)}-tag";
}
