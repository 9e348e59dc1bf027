using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>Puts the rows of one currency together: days without jobs become zero, and the comparison is cut to complete hours.</summary>
internal static class OverviewAssembly
{
    public static ImmutableArray<CurrencyOverview> Of(OverviewRows rows, OverviewSpan span) =>
    [
        .. rows.Points.Select(point => point.Figures.Spend.Currency)
            .Concat(rows.Today.Select(today => today.Spend.Currency))
            .Concat(rows.Held.Select(held => held.Exposure.Currency))
            .Concat(rows.Latest is { } latest ? [latest] : [])
            .Distinct()
            .OrderBy(currency => currency.Code, StringComparer.Ordinal)
            .Select(currency => Of(rows, span, currency)),
    ];

    private static CurrencyOverview Of(OverviewRows rows, OverviewSpan span, Currency currency)
    {
        var points = rows.Points.Where(point => point.Figures.Spend.Currency == currency).ToDictionary(point => point.Start, point => point.Figures);
        var total = Sum(points.Where(point => point.Key >= span.From).Select(point => point.Value), currency);
        var before = points.Where(point => point.Key < span.From && point.Key + span.Step <= span.PreviousUntil).Select(point => point.Value);

        return new CurrencyOverview(
            currency,
            total,
            total - Sum(rows.RunningHour, currency),
            Sum(before, currency) + Sum(rows.PreviousEdge, currency),
            Sum(rows.Today, currency),
            rows.Held.SingleOrDefault(held => held.Exposure.Currency == currency) ?? HeldNow.None(currency),
            [.. span.Points.Select(start => new OverviewPoint(start, IsFuture(start) ? null : At(start), span.Before(start) is { } same ? At(same) : null))],
            [.. rows.Shares.Where(share => share.Figures.Spend.Currency == currency)]);

        UsageFigures At(DateTimeOffset start) => points.GetValueOrDefault(start) ?? UsageFigures.Zero(currency);

        // A clock ahead of ours may have reported a job of the next hour; then there is something to show.
        bool IsFuture(DateTimeOffset start) => start > span.CompleteUntil && start > span.Today && !points.ContainsKey(start);
    }

    private static UsageFigures Sum(IEnumerable<UsageFigures> figures, Currency currency) => figures
        .Where(figure => figure.Spend.Currency == currency)
        .Aggregate(UsageFigures.Zero(currency), (sum, figure) => sum + figure);
}
