using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Whole days in UTC, half-open; null is unbounded.</summary>
/// <param name="From">First moment inside.</param>
/// <param name="Until">First moment after.</param>
public sealed record DayRange(DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>All of time.</summary>
    public static DayRange All { get; } = new(null, null);

    /// <summary>The days of a period as they are at <paramref name="now"/>.</summary>
    /// <param name="period">The period; null for all of time.</param>
    /// <param name="first">First day of a custom period; null: unbounded.</param>
    /// <param name="last">Last day of a custom period, inclusive; null: unbounded.</param>
    /// <param name="now">The moment that "today" is taken from.</param>
    public static DayRange Of(JobPeriod? period, DateOnly? first, DateOnly? last, DateTimeOffset now)
    {
        if (period is not { } chosen)
            return All;

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var month = UsagePeriod.Of(now);

        return chosen switch
        {
            JobPeriod.Today => Days(today, today),
            JobPeriod.Last7Days => Days(today.AddDays(-6), today),
            JobPeriod.Last30Days => Days(today.AddDays(-29), today),
            JobPeriod.ThisMonth => Days(month, today),
            JobPeriod.LastMonth => Days(month.AddMonths(-1), month.AddDays(-1)),
            JobPeriod.Custom => Days(first, last),
        };
    }

    private static DayRange Days(DateOnly? first, DateOnly? last) =>
        new(Midnight(first), last < DateOnly.MaxValue ? Midnight(last.Value.AddDays(1)) : null);

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } given ? new(given, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
