using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What all tables of the card share. They are given their rows, because the card that holds them is one object that changes.</summary>
public abstract class TableComponent : ComponentBase
{
    /// <summary>The card that is edited.</summary>
    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The rows.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CardLine> Lines { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter]
    public PriceUnit Unit { get; set; } = PriceUnit.Thousand;

    /// <summary>What is worth knowing about rows.</summary>
    [Parameter]
    public RowMarks Marks { get; set; } = RowMarks.None;

    /// <summary>How many decimals each column shows.</summary>
    protected ColumnScales Scales { get; private set; } = ColumnScales.Of([], PriceUnit.Thousand);

    /// <summary>Where the reader can come with the keyboard to scroll, when there are no fields.</summary>
    protected string? TabIndex => Editor.CanEdit ? null : "0";

    protected override void OnParametersSet() => Scales = ColumnScales.Of(Lines, Unit);
}
