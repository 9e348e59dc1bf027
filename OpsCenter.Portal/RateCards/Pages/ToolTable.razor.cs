using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>All tools.</summary>
public sealed partial class ToolTable
{
    private ColumnScales scales = ColumnScales.Of([], PriceUnit.Thousand);

    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    private IReadOnlyList<CardLine> Lines { get; set; } = [];

    protected override void OnParametersSet()
    {
        Lines = Editor.In(RateCardSection.Tools);
        scales = ColumnScales.Of(Lines, PriceUnit.Thousand);
    }
}
