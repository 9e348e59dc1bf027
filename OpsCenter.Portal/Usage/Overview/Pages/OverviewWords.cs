using System.Globalization;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>How the overview speaks of periods, hours and days; all of them in UTC.</summary>
internal static class OverviewWords
{
    public const string PeriodName = "period";

    /// <summary>The period an address asks for.</summary>
    public static OverviewPeriod PeriodOf(UrlQuery query) => query.Choice<OverviewPeriod>(PeriodName) ?? OverviewPeriod.Last30Days;

    public static string Text(OverviewPeriod period) => period switch
    {
        OverviewPeriod.Today => "Today",
        OverviewPeriod.Last7Days => "Last 7 days",
        OverviewPeriod.Last30Days => "Last 30 days",
        OverviewPeriod.ThisMonth => "This month",
        OverviewPeriod.LastMonth => "Last month",
    };

    public static string Text(OverviewDimension dimension) => dimension switch
    {
        OverviewDimension.Agent => "Agent",
        OverviewDimension.Route => "Route",
        OverviewDimension.Customer => "Customer",
    };

    /// <summary>The days of a span, the last one included.</summary>
    public static string Days(OverviewSpan span) => Days(span.From, span.IsRunning ? span.Today : span.Until.AddDays(-1));

    /// <summary>What the comparison compares, to the hour.</summary>
    public static string Comparison(OverviewSpan span) => span.IsRunning
        ? $"Complete hours only: {Range(span.From, span.CompleteUntil)} against {Range(span.PreviousFrom, span.PreviousUntil)}, UTC."
        : $"{Days(span)} against {Days(span.PreviousFrom, span.PreviousUntil.AddDays(-1))}, UTC.";

    /// <summary>What it is compared with, in a few words.</summary>
    public static string Before(OverviewSpan span) => span.Period switch
    {
        OverviewPeriod.Today => "the same hours of yesterday",
        OverviewPeriod.Last7Days => "the 7 days before, to the same hour",
        OverviewPeriod.Last30Days => "the 30 days before, to the same hour",
        OverviewPeriod.ThisMonth => "the month before, to the same day and hour",
        OverviewPeriod.LastMonth => "the month before",
    };

    /// <summary>Short, for the axis.</summary>
    public static string Label(OverviewSpan span, DateTimeOffset point) => Format(point, span.IsByHour ? "HH:mm" : "d MMM");

    /// <summary>In full; a day or hour that is not over yet says so.</summary>
    public static string Title(OverviewSpan span, DateTimeOffset point)
    {
        var isRunning = point <= span.CompleteUntil && span.CompleteUntil < point + span.Step;
        var title = span.IsByHour ? $"{Format(point, "HH:mm")} – {Format(point.AddHours(1), "HH:mm")} UTC" : Format(point, "ddd, d MMM yyyy");

        return isRunning ? $"{title}, so far" : title;
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(decimal percent) => percent.ToString("#,##0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>The jobs behind the figures of a period.</summary>
    public static UrlQuery Jobs(OverviewPeriod period, OverviewScope scope) =>
        UrlQuery.Of("http://localhost" + PortalUrls.Jobs)
            .With<OverviewPeriod>(JobListAddress.PeriodName, period)
            .With(JobListAddress.CustomerName, scope.CustomerId)
            .With(JobListAddress.AgentName, scope.Agent);

    private static string Days(DateTimeOffset first, DateTimeOffset last) =>
        first == last ? Format(first, "d MMM yyyy")
        : first.Year == last.Year ? $"{Format(first, "d MMM")} – {Format(last, "d MMM yyyy")}"
        : $"{Format(first, "d MMM yyyy")} – {Format(last, "d MMM yyyy")}";

    private static string Range(DateTimeOffset from, DateTimeOffset until) => $"{Format(from, "d MMM HH:mm")} – {Format(until, "d MMM HH:mm")}";

    private static string Format(DateTimeOffset moment, string pattern) => moment.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
}
