using System.Globalization;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>How a customer's usage page speaks; all days are in UTC, as the billing periods are.</summary>
internal static class OwnWords
{
    public static string Text(OwnPeriod period, bool hasPlan) => period switch
    {
        OwnPeriod.Current => hasPlan ? "Current period" : "This month",
        OwnPeriod.Previous => hasPlan ? "Previous period" : "Last month",
        OwnPeriod.Last30Days => "Last 30 days",
    };

    public static string Text(OwnDimension dimension) => dimension switch
    {
        OwnDimension.Agent => "Agent",
        OwnDimension.Route => "Route",
        OwnDimension.Member => "Member",
        OwnDimension.Tool => "Tool",
    };

    public static string Name(OwnDimension dimension, string name) => name.Length > 0 ? name : dimension is OwnDimension.Member ? "No member reported" : "—";

    /// <summary>What a meter counts, as a title.</summary>
    public static string Meter(string meter) => meter switch
    {
        Meters.InputTokens => "Input tokens",
        Meters.OutputTokens => "Output tokens",
        Meters.AgentTokens => "Agent tokens",
        Meters.Searches => "Web searches",
        _ => meter,
    };

    /// <summary>The days of a span, the last one included.</summary>
    public static string Days(OwnSpan span) => Days(span.From, span.Until.AddDays(-1));

    /// <summary>What it is compared with.</summary>
    public static string Before(OwnSpan span) =>
        Days(span.PreviousFrom, span.PreviousUntil.AddTicks(-1)) + (span.IsRunning ? ", to the same day and hour" : "");

    /// <summary>What the comparison compares, to the hour.</summary>
    public static string Comparison(OwnSpan span) =>
        $"Complete hours only: {Range(span.From, span.CompleteUntil)} against {Range(span.PreviousFrom, span.PreviousUntil)}, UTC.";

    public static string Label(DateTimeOffset day) => Format(day, "d MMM");

    /// <summary>In full; a day that is not over says so.</summary>
    public static string Title(OwnSpan span, DateTimeOffset day) =>
        Format(day, "ddd, d MMM yyyy") + (span.IsRunning && day == span.LastDay ? ", so far" : "");

    public static string Day(DateTimeOffset moment) => Format(moment, "d MMM yyyy");

    public static string Count(decimal count) => count.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Percent(decimal percent) => percent.ToString("#,##0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>The jobs of a period; null when none of their list's filters says the name.</summary>
    public static string? Jobs(OwnSpan span, Guid? customerId, OwnDimension? dimension = null, string name = "")
    {
        if (dimension is not null && name.Length == 0)
            return null;

        var jobs = UrlQuery.Of("http://localhost" + PortalUrls.Jobs).With(JobListAddress.CustomerName, customerId);
        jobs = span.Period is OwnPeriod.Last30Days
            ? jobs.With<JobPeriod>(JobListAddress.PeriodName, JobPeriod.Last30Days)
            : jobs.With(JobListAddress.FromName, DateOnly.FromDateTime(span.From.UtcDateTime))
                .With(JobListAddress.ToName, DateOnly.FromDateTime(span.Until.UtcDateTime).AddDays(-1));

        return (dimension switch
        {
            null => jobs,
            OwnDimension.Agent => jobs.With(JobListAddress.AgentName, name),
            OwnDimension.Route => jobs.With(JobListAddress.RouteName, name),
            OwnDimension.Member => jobs.With(JobListAddress.MemberName, name),
            OwnDimension.Tool => jobs.With(JobListAddress.ToolName, name),
            _ => throw new InvalidOperationException($"Jobs are not listed by {dimension}."),
        }).ToHref();
    }

    private static string Days(DateTimeOffset first, DateTimeOffset last) =>
        first.UtcDateTime.Date == last.UtcDateTime.Date ? Day(first)
        : first.Year == last.Year ? $"{Label(first)} – {Day(last)}"
        : $"{Day(first)} – {Day(last)}";

    private static string Range(DateTimeOffset from, DateTimeOffset until) => $"{Format(from, "d MMM HH:mm")} – {Format(until, "d MMM HH:mm")}";

    private static string Format(DateTimeOffset moment, string pattern) => moment.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
}
