using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A row of a table. Drawn again only when something it shows has changed, so that typing costs one row on the wire.</summary>
public abstract class LineComponent : ComponentBase
{
    private (CardLine Line, ColumnScales Scales, PriceUnit Unit, RowMarks Marks, bool IsSelected, bool AsksForMissing, object? Extra) shown;
    private bool isKnown;
    private bool isStale;

    /// <summary>The card that is edited.</summary>
    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The row.</summary>
    [Parameter, EditorRequired]
    public required CardLine Line { get; set; }

    /// <summary>Decimals of the table's columns.</summary>
    [Parameter, EditorRequired]
    public required ColumnScales Scales { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter]
    public PriceUnit Unit { get; set; } = PriceUnit.Thousand;

    /// <summary>What is worth knowing about rows.</summary>
    [Parameter]
    public RowMarks Marks { get; set; } = RowMarks.None;

    /// <summary>Whatever else a row shows.</summary>
    protected virtual object? Extra => null;

    /// <summary>Whether the row was added just now.</summary>
    protected bool IsJustAdded => Editor.JustAdded == Line.Key;

    /// <summary>The row's look.</summary>
    protected string CssClass => Line.IsDeleted ? "line deleted" : Line.IsNew ? "line new" : "line";

    protected override void OnParametersSet()
    {
        var now = (Line, Scales, Unit, Marks, Editor.Selection.Contains(Line.Key), Editor.AsksForMissing, Extra);
        // The first drawing happens in any case and asks nobody.
        isStale |= isKnown && !shown.Equals(now);
        (shown, isKnown) = (now, true);
    }

    protected override bool ShouldRender()
    {
        var render = isStale;
        isStale = false;

        return render;
    }
}
