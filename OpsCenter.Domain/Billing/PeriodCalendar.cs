namespace OpsCenter.Domain.Billing;

/// <summary>Where billing periods begin: monthly from an anchor, in UTC, half-open, the anchor's day of the month kept (31 January, 28 February, 31 March).</summary>
public static class PeriodCalendar
{
    /// <summary>When period <paramref name="number"/> begins; the one before it ends then.</summary>
    /// <param name="anchor">Where the first period begins.</param>
    /// <param name="number">From 1.</param>
    public static DateTimeOffset StartOf(DateTimeOffset anchor, int number) =>
        new(anchor.UtcDateTime.AddMonths(number - 1), TimeSpan.Zero);

    /// <summary>The number of the period in which a moment lies; the first one for moments before it.</summary>
    public static int NumberAt(DateTimeOffset anchor, DateTimeOffset moment)
    {
        var (from, to) = (anchor.UtcDateTime, moment.UtcDateTime);
        var number = Math.Max(1, ((to.Year - from.Year) * 12) + to.Month - from.Month + 1);

        return number > 1 && StartOf(anchor, number) > moment ? number - 1 : number;
    }
}
