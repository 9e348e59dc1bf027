using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>All agents.</summary>
public sealed partial class AgentTable
{
    private ColumnScales scales = ColumnScales.Of([], PriceUnit.Thousand);

    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter, EditorRequired]
    public PriceUnit Unit { get; set; }

    private IReadOnlyList<CardLine> Lines { get; set; } = [];

    protected override void OnParametersSet()
    {
        Lines = Editor.In(RateCardSection.Agents);
        scales = ColumnScales.Of(Lines, Unit);
    }
}
