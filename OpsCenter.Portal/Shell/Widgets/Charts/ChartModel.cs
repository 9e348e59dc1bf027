using System.Collections.Immutable;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>What a chart shows.</summary>
/// <param name="Label">What a screen reader hears instead of the picture; the table beside the chart has the values.</param>
/// <param name="Buckets">The time axis, evenly spaced.</param>
/// <param name="Series">The lines or layers, the most important last, so that it lies on top.</param>
/// <param name="Axis">The value axis.</param>
/// <param name="OnAxis">A tick with its unit.</param>
/// <param name="InFull">A value as the hover shows it.</param>
public sealed record ChartModel(
    string Label,
    ImmutableArray<ChartBucket> Buckets,
    ImmutableArray<ChartSeries> Series,
    NiceAxis Axis,
    Func<decimal, string> OnAxis,
    Func<decimal, string> InFull)
{
    private const int MostLabels = 6;

    /// <summary>Labels that have room on a phone, too.</summary>
    internal int LabelStride => Math.Max(1, (Buckets.Length + MostLabels - 1) / MostLabels);
}
