using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>What the charts draw, in figures. What lies in the future is left out.</summary>
public sealed partial class PointTable
{
    [Parameter, EditorRequired]
    public required OverviewSpan Span { get; set; }

    [Parameter, EditorRequired]
    public required CurrencyOverview Figures { get; set; }

    private IEnumerable<OverviewPoint> Known => Figures.Points.Where(point => point.Figures is not null).Reverse();
}
