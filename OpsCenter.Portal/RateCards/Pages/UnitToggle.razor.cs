using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Per token, per 1,000 or per million.</summary>
public sealed partial class UnitToggle
{
    [Parameter, EditorRequired]
    public PriceUnit Unit { get; set; }

    [Parameter]
    public EventCallback<PriceUnit> UnitChanged { get; set; }
}
