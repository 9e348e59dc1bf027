using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>
/// What every chart has around its drawing: legend, axes with units, and a hover that names all values of a bucket. Drawn on the server as
/// SVG and HTML; the browser only stretches it.
/// </summary>
public sealed partial class ChartFrame
{
    [Parameter, EditorRequired]
    public required ChartModel Model { get; set; }

    /// <summary>The drawing, in the places of <see cref="ChartGeometry"/>.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private string Height(decimal tick) => ChartGeometry.Text(ChartGeometry.Y(tick, Model.Axis.Top));
}
