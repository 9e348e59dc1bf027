namespace OpsCenter.Domain.Usage;

/// <summary>The period a moment belongs to while a customer has no subscription with periods of its own: the calendar month, UTC, half-open.</summary>
public static class UsagePeriod
{
    /// <summary>First day of the month in which <paramref name="moment"/> lies in UTC.</summary>
    public static DateOnly Of(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1);
}
