using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The margin of a row, and in words that it is below the floor.</summary>
public sealed partial class MarginCell
{
    /// <summary>The margin as a text; empty when there is none.</summary>
    [Parameter, EditorRequired]
    public required string Percent { get; set; }

    [Parameter, EditorRequired]
    public required RateCardRow Row { get; set; }

    [Parameter, EditorRequired]
    public required RowMarks Marks { get; set; }
}
