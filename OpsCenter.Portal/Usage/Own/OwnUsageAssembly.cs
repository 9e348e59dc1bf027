using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>Puts the rows of one currency together: days without jobs become zero, and the comparison is cut to complete hours.</summary>
internal static class OwnUsageAssembly
{
    public static ImmutableArray<OwnCurrency> Of(OwnUsageRows rows, OwnSpan span) =>
    [
        .. rows.Points.Select(point => point.Figures.Spend.Currency)
            .Concat(rows.Latest is { } latest ? [latest] : [])
            .Distinct()
            .OrderBy(currency => currency.Code, StringComparer.Ordinal)
            .Select(currency => Of(rows, span, currency)),
    ];

    private static OwnCurrency Of(OwnUsageRows rows, OwnSpan span, Currency currency)
    {
        var points = rows.Points.Where(point => point.Figures.Spend.Currency == currency).ToDictionary(point => (point.Day, point.Layer), point => point.Figures);
        var shares = rows.Shares.Where(row => row.Share.Figures.Spend.Currency == currency).ToImmutableArray();
        var total = Sum(points.Where(point => point.Key.Layer > 0).Select(point => point.Value), currency);
        var before = points.Where(point => point.Key.Layer == 0 && point.Key.Day.AddDays(1) <= span.PreviousUntil).Select(point => point.Value);

        return new OwnCurrency(
            currency,
            total,
            total - Sum(rows.RunningHour, currency),
            Sum(before, currency) + Sum(rows.PreviousEdge, currency),
            [.. shares.Take(OwnUsageSql.MaxLayers).Select(row => row.Share.Name)],
            [.. span.Days.Select(PointOf)],
            [.. shares.Select(row => row.Share)],
            shares.Length == 0 ? 0 : shares[0].Count);

        OwnPoint PointOf(DateTimeOffset day) => new(
            day,
            day > span.LastDay ? [] : [.. Enumerable.Range(1, OwnUsageSql.MaxLayers + 1).Select(layer => At(day, layer))],
            span.Before(day) is { } same ? At(same, 0) : null);

        OwnFigures At(DateTimeOffset day, int layer) => points.GetValueOrDefault((day, layer)) ?? OwnFigures.Zero(currency);
    }

    private static OwnFigures Sum(IEnumerable<OwnFigures> figures, Currency currency) => figures
        .Where(figure => figure.Spend.Currency == currency)
        .Aggregate(OwnFigures.Zero(currency), (sum, figure) => sum + figure);
}
