using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The rate of agents that have none of their own.</summary>
public sealed partial class DefaultRate
{
    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The one row of the card itself.</summary>
    [Parameter, EditorRequired]
    public required CardLine Line { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter, EditorRequired]
    public PriceUnit Unit { get; set; }
}
