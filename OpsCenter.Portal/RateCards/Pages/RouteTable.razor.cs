using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>All models, grouped by provider.</summary>
public sealed partial class RouteTable
{
    private ColumnScales scales = ColumnScales.Of([], PriceUnit.Thousand);

    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter, EditorRequired]
    public PriceUnit Unit { get; set; }

    /// <summary>Whether to show the columns of cache costs.</summary>
    [Parameter]
    public bool ShowsCache { get; set; }

    /// <summary>The reader wants to add a model to a provider.</summary>
    [Parameter]
    public EventCallback<string> OnAdd { get; set; }

    private IReadOnlyList<CardLine> Lines { get; set; } = [];

    protected override void OnParametersSet()
    {
        Lines = Editor.In(RateCardSection.Routes);
        scales = ColumnScales.Of(Lines, Unit);
    }
}
