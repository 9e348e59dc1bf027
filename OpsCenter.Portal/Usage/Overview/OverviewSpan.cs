using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>
/// What a period means at a moment, and what it is compared with. A period that is still running is compared by its complete hours only, with as
/// many hours of the period before: half a day held against a whole one would always look like a loss.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="From">First moment inside.</param>
/// <param name="Until">First moment after; in the future while the period runs.</param>
/// <param name="CompleteUntil">End of the last complete hour; what is compared ends here.</param>
/// <param name="PreviousFrom">First moment of the period before.</param>
/// <param name="PreviousUntil">Where the comparable part of the period before ends.</param>
/// <param name="Today">Midnight of the day on which the overview is read.</param>
public sealed record OverviewSpan(
    OverviewPeriod Period,
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset CompleteUntil,
    DateTimeOffset PreviousFrom,
    DateTimeOffset PreviousUntil,
    DateTimeOffset Today)
{
    /// <summary>Whether a point of the charts is an hour; a day otherwise.</summary>
    public bool IsByHour => Period is OverviewPeriod.Today;

    /// <summary>Whether more jobs can still come.</summary>
    public bool IsRunning => CompleteUntil < Until;

    /// <summary>Whether there is a complete hour to compare.</summary>
    public bool IsComparable => CompleteUntil > From;

    /// <summary>The first moments of the charts' points.</summary>
    public IEnumerable<DateTimeOffset> Points
    {
        get
        {
            for (var point = From; point < Until; point += Step)
            {
                yield return point;
            }
        }
    }

    /// <summary>Length of a point.</summary>
    public TimeSpan Step => IsByHour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    /// <summary>The point as far into the period before; null when that one was shorter.</summary>
    public DateTimeOffset? Before(DateTimeOffset point) => PreviousFrom + (point - From) is var before && before < From ? before : null;

    /// <summary>The span of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="now">The moment that "today" is taken from.</param>
    public static OverviewSpan Of(OverviewPeriod period, DateTimeOffset now)
    {
        var today = Midnight(DateOnly.FromDateTime(now.UtcDateTime));
        var hour = today.AddHours(now.UtcDateTime.Hour);
        var month = UsagePeriod.Of(now);

        return period switch
        {
            OverviewPeriod.Today => Days(1),
            OverviewPeriod.Last7Days => Days(7),
            OverviewPeriod.Last30Days => Days(30),
            OverviewPeriod.ThisMonth => new(
                period, Midnight(month), Midnight(month.AddMonths(1)), hour, Midnight(month.AddMonths(-1)), SameHoursOfLastMonth(), today),
            OverviewPeriod.LastMonth => new(
                period, Midnight(month.AddMonths(-1)), Midnight(month), Midnight(month), Midnight(month.AddMonths(-2)), Midnight(month.AddMonths(-1)), today),
        };

        OverviewSpan Days(int count) =>
            new(period, today.AddDays(1 - count), today.AddDays(1), hour, today.AddDays(1 - (2 * count)), hour.AddDays(-count), today);

        // The 30th of March has no counterpart in February: all of February is what there is.
        DateTimeOffset SameHoursOfLastMonth()
        {
            var end = Midnight(month.AddMonths(-1)) + (hour - Midnight(month));

            return end < Midnight(month) ? end : Midnight(month);
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
