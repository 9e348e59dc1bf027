using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Shell.Widgets.Charts;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The overview's figures as charts.</summary>
internal static class OverviewCharts
{
    /// <summary>Spend with the period before as its ghost, and cost under it.</summary>
    public static ChartModel SpendAndCost(OverviewSpan span, CurrencyOverview figures)
    {
        ImmutableArray<ChartSeries> series =
        [
            new("Spend, period before", ChartTone.Ghost, Values(figures, point => point.Previous, f => f.Spend.Amount)),
            new("Cost", ChartTone.Second, Values(figures, point => point.Figures, f => f.Cost.Amount)),
            new("Spend", ChartTone.Main, Values(figures, point => point.Figures, f => f.Spend.Amount)),
        ];

        return new ChartModel(
            $"Spend and cost {Of(span)}: {MoneyFormat.Rounded(figures.Total.Spend)} and {MoneyFormat.Rounded(figures.Total.Cost)} in all. All values are in the table below.",
            Buckets(span, figures),
            series,
            NiceAxis.Of(series.SelectMany(one => one.Values).Max() ?? 0m, whole: false),
            value => MoneyFormat.Axis(new Money(value, figures.Currency)),
            value => MoneyFormat.Rounded(new Money(value, figures.Currency)));
    }

    /// <summary>Jobs by how they ended.</summary>
    public static ChartModel Jobs(OverviewSpan span, CurrencyOverview figures)
    {
        var largest = figures.Points.Max(point => point.Figures?.Jobs ?? 0L);

        return new ChartModel(
            $"Jobs {Of(span)}: {OverviewWords.Count(figures.Total.Jobs)} in all, {OverviewWords.Count(figures.Total.FailedJobs)} of them failed or aborted. All values are in the table below.",
            Buckets(span, figures),
            [
                new("Succeeded", ChartTone.Main, Values(figures, point => point.Figures, f => f.Jobs - f.FailedJobs)),
                new("Failed or aborted", ChartTone.Bad, Values(figures, point => point.Figures, f => f.FailedJobs)),
            ],
            NiceAxis.Of(largest, whole: true),
            CompactNumber.Of,
            value => OverviewWords.Count((long)value));
    }

    private static string Of(OverviewSpan span) => span.IsByHour ? "by hour of today, UTC" : $"by day, {OverviewWords.Days(span)}, UTC";

    private static ImmutableArray<ChartBucket> Buckets(OverviewSpan span, CurrencyOverview figures) =>
        [.. figures.Points.Select(point => new ChartBucket(OverviewWords.Label(span, point.Start), OverviewWords.Title(span, point.Start)))];

    private static ImmutableArray<decimal?> Values(
        CurrencyOverview figures, Func<OverviewPoint, UsageFigures?> side, Func<UsageFigures, decimal> figure) =>
        [.. figures.Points.Select(point => side(point) is { } known ? figure(known) : (decimal?)null)];
}
