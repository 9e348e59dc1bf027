namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of the daily roll-ups; ordered as <see cref="HourlyKey"/> is, for the same reason.</summary>
internal readonly record struct DailyKey(DateOnly Day, Guid? Organization, string Agent, string Route, string Currency) : IComparable<DailyKey>
{
    public int CompareTo(DailyKey other) => Day.CompareTo(other.Day) is var day and not 0 ? day
        : Nullable.Compare(Organization, other.Organization) is var organization and not 0 ? organization
        : string.CompareOrdinal(Agent, other.Agent) is var agent and not 0 ? agent
        : string.CompareOrdinal(Route, other.Route) is var route and not 0 ? route
        : string.CompareOrdinal(Currency, other.Currency);
}
