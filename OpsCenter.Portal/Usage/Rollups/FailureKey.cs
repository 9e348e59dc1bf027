namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of what failed jobs cost; ordered as <see cref="HourlyKey"/> is, for the same reason.</summary>
internal readonly record struct FailureKey(DateOnly Day, string Agent, string Route, string Currency) : IComparable<FailureKey>
{
    public int CompareTo(FailureKey other) => Day.CompareTo(other.Day) is var day and not 0 ? day
        : string.CompareOrdinal(Agent, other.Agent) is var agent and not 0 ? agent
        : string.CompareOrdinal(Route, other.Route) is var route and not 0 ? route
        : string.CompareOrdinal(Currency, other.Currency);
}
