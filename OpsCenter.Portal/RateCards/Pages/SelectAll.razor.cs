using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Ticks all rows of a table.</summary>
public sealed partial class SelectAll
{
    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<CardLine> Lines { get; set; }

    /// <summary>What is ticked: <c>all models</c>.</summary>
    [Parameter, EditorRequired]
    public required string Words { get; set; }

    /// <summary>The column's head.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private IEnumerable<CardLine> Present => Lines.Where(l => !l.IsDeleted);

    private void Tick(ChangeEventArgs tick) => Editor.Selection.Set(Present.Select(l => l.Key), tick.Value is true);
}
