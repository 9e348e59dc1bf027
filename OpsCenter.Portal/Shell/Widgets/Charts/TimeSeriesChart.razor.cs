using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>Amounts over time as lines, the main one with its area, the period before as a ghost.</summary>
public sealed partial class TimeSeriesChart
{
    [Parameter, EditorRequired]
    public required ChartModel Model { get; set; }
}
