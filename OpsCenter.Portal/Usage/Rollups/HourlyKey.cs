namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of the hourly roll-ups. Ordered, because two writers that lock the same rows in different orders would deadlock.</summary>
internal readonly record struct HourlyKey(
    DateTime Hour, Guid? Organization, string Agent, string Route, string? Member, string Currency) : IComparable<HourlyKey>
{
    public DailyKey Day => new(DateOnly.FromDateTime(Hour), Organization, Agent, Route, Currency);

    public int CompareTo(HourlyKey other) => Day.CompareTo(other.Day) is var day and not 0 ? day
        : Hour.CompareTo(other.Hour) is var hour and not 0 ? hour
        : string.CompareOrdinal(Member, other.Member);
}
