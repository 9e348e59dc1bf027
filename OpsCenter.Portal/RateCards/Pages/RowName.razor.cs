using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The head of a row: its name, and whether it is new or about to go.</summary>
public sealed partial class RowName
{
    [Parameter, EditorRequired]
    public required CardLine Line { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
