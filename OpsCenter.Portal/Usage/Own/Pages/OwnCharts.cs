using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Shell.Widgets.Charts;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>A customer's usage as charts: by day, a layer for each of the largest names.</summary>
internal static class OwnCharts
{
    private static readonly ImmutableArray<ChartTone> Tones = [ChartTone.Main, ChartTone.Second, ChartTone.Third, ChartTone.Fourth, ChartTone.Rest];

    /// <summary>The figures that have a card; tools have units where jobs have tokens.</summary>
    public static IEnumerable<OwnFigure> Figures(OwnDimension dimension, Currency currency)
    {
        var isTool = dimension is OwnDimension.Tool;
        yield return new OwnFigure(
            isTool ? "Spend on tools" : "Spend",
            figures => figures.Spend.Amount,
            value => MoneyFormat.Rounded(new Money(value, currency)),
            value => MoneyFormat.Axis(new Money(value, currency)),
            IsWhole: false);
        yield return isTool
            ? new OwnFigure("Units", figures => figures.Units, OwnWords.Count, CompactNumber.Of, IsWhole: false)
            : new OwnFigure("Tokens", figures => figures.Tokens, CompactNumber.Of, CompactNumber.Of, IsWhole: true);
        yield return new OwnFigure(isTool ? "Tool uses" : "Jobs", figures => figures.Jobs, OwnWords.Count, CompactNumber.Of, IsWhole: true);
    }

    /// <summary>One figure by day.</summary>
    public static ChartModel Of(OwnUsage usage, OwnCurrency currency, OwnFigure figure)
    {
        var largest = currency.Points.Max(point => Math.Max(point.Layers.Sum(figure.Of), point.Previous is { } before ? figure.Of(before) : 0m));

        return new ChartModel(
            $"{figure.Title} by day, {OwnWords.Days(usage.Span)}, UTC: {figure.InFull(figure.Of(currency.Total))} in all. All values are in the table below.",
            [.. currency.Points.Select(point => new ChartBucket(OwnWords.Label(point.Start), OwnWords.Title(usage.Span, point.Start)))],
            [Ghost(currency, figure), .. Layers(usage, currency, figure)],
            NiceAxis.Of(largest, figure.IsWhole),
            figure.OnAxis,
            figure.InFull);
    }

    private static ChartSeries Ghost(OwnCurrency currency, OwnFigure figure) => new(
        "Period before", ChartTone.Ghost, [.. currency.Points.Select(point => point.Previous is { } before ? figure.Of(before) : (decimal?)null)]);

    // Without names there is one layer, all zero. The rest has one only when there is a rest.
    private static IEnumerable<ChartSeries> Layers(OwnUsage usage, OwnCurrency currency, OwnFigure figure)
    {
        for (var layer = 0; layer < currency.Layers.Length; layer++)
            yield return Series(OwnWords.Name(usage.Dimension, currency.Layers[layer]), layer);

        if (currency.ShareCount > currency.Layers.Length)
            yield return Series("All others", Tones.Length - 1);
        else if (currency.Layers.Length == 0)
            yield return Series(figure.Title, 0);

        ChartSeries Series(string name, int layer) => new(
            name, Tones[layer], [.. currency.Points.Select(point => layer < point.Layers.Length ? figure.Of(point.Layers[layer]) : (decimal?)null)]);
    }
}
