using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>
/// The days of a period, and what they are compared with: of a period that runs, its complete hours with as many of the period before. Billing
/// periods begin at midnight UTC; one that ends within a day takes that day whole.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="BillingPeriodId">The billing period that these are the days of; null when they are not.</param>
/// <param name="From">First moment inside.</param>
/// <param name="Until">First moment after; in the future while the period runs.</param>
/// <param name="CompleteUntil">End of the last complete hour.</param>
/// <param name="PreviousFrom">First moment of the period before.</param>
/// <param name="PreviousUntil">Where the comparable part of the period before ends.</param>
public sealed record OwnSpan(
    OwnPeriod Period,
    Guid? BillingPeriodId,
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset CompleteUntil,
    DateTimeOffset PreviousFrom,
    DateTimeOffset PreviousUntil)
{
    private const int RollingDays = 30;

    /// <summary>Whether more jobs can still come.</summary>
    public bool IsRunning => CompleteUntil < Until;

    /// <summary>Midnight of the last day that has begun.</summary>
    public DateTimeOffset LastDay => Midnight(IsRunning ? CompleteUntil : Until.AddTicks(-1));

    /// <summary>The first moments of its days.</summary>
    public IEnumerable<DateTimeOffset> Days
    {
        get
        {
            for (var day = From; day < Until; day = day.AddDays(1))
                yield return day;
        }
    }

    /// <summary>The day as far into the period before; null when that one was shorter.</summary>
    public DateTimeOffset? Before(DateTimeOffset day) => PreviousFrom + (day - From) is var before && before < From ? before : null;

    /// <summary>The span of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="billing">The customer's billing periods that have begun, newest first.</param>
    /// <param name="now">The moment at which it is asked.</param>
    public static OwnSpan Of(OwnPeriod period, IReadOnlyList<PeriodView> billing, DateTimeOffset now)
    {
        var hour = Midnight(now).AddHours(now.UtcDateTime.Hour);

        if (period is OwnPeriod.Last30Days)
        {
            var today = Midnight(now);

            return new(period, null, today.AddDays(1 - RollingDays), today.AddDays(1), hour, today.AddDays(1 - (2 * RollingDays)), hour.AddDays(-RollingDays));
        }

        var current = Current(billing, now);
        var before = Before(current, billing);

        return period is OwnPeriod.Current ? Between(period, current, before, hour) : Between(period, before, Before(before, billing), hour);
    }

    private static (Guid? Id, DateTimeOffset From, DateTimeOffset Until) Current(IReadOnlyList<PeriodView> billing, DateTimeOffset now)
    {
        if (billing.FirstOrDefault(one => one.StartsAt <= now && one.EndsAt > now && one.ClosedAt is null) is { } running)
            return DaysOf(running);

        var month = new DateTimeOffset(UsagePeriod.Of(now), TimeOnly.MinValue, TimeSpan.Zero);

        return (null, month, month.AddMonths(1));
    }

    // Before the first billing period there were days as well: as many as a month has.
    private static (Guid? Id, DateTimeOffset From, DateTimeOffset Until) Before(
        (Guid? Id, DateTimeOffset From, DateTimeOffset Until) later, IReadOnlyList<PeriodView> billing) =>
        later.Id is not null && billing.FirstOrDefault(one => one.StartsAt < later.From && one.EndsAt > later.From.AddDays(-1)) is { } earlier
            ? DaysOf(earlier) with { Until = later.From }
            : (null, later.From.AddMonths(-1), later.From);

    private static (Guid? Id, DateTimeOffset From, DateTimeOffset Until) DaysOf(PeriodView period) =>
        (period.Id, Midnight(period.StartsAt), Midnight(period.EndsAt.AddDays(1).AddTicks(-1)));

    private static OwnSpan Between(
        OwnPeriod period,
        (Guid? Id, DateTimeOffset From, DateTimeOffset Until) days,
        (Guid? Id, DateTimeOffset From, DateTimeOffset Until) before,
        DateTimeOffset hour)
    {
        var complete = hour < days.Until ? hour : days.Until;
        var same = hour < days.Until ? before.From + (complete - days.From) : days.From;

        return new(period, days.Id, days.From, days.Until, complete, before.From, same < days.From ? same : days.From);
    }

    private static DateTimeOffset Midnight(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
