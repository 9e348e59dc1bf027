using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>What a count is composed of over time, the first layer at the bottom.</summary>
public sealed partial class StackedBars
{
    private const int Inset = 2;

    [Parameter, EditorRequired]
    public required ChartModel Model { get; set; }

    // The period before is a line over the bars.
    private ChartSeries[] Layers => [.. Model.Series.Where(series => series.Tone is not ChartTone.Ghost)];

    // Every bar is there from the start, so that a change only moves it.
    private IEnumerable<(ChartSeries Series, int X, string Y, string Height)> Bars =>
        from layers in new[] { Layers }
        from bucket in Enumerable.Range(0, Model.Buckets.Length)
        from layer in Enumerable.Range(0, layers.Length)
        let below = layers.Take(layer).Sum(series => series.Values[bucket] ?? 0m)
        let height = ChartGeometry.HeightOf(layers[layer].Values[bucket] ?? 0m, Model.Axis.Top)
        let y = ChartGeometry.Y(below, Model.Axis.Top) - height
        select (layers[layer], (bucket * ChartGeometry.BucketWidth) + Inset, ChartGeometry.Text(y), ChartGeometry.Text(height));
}
