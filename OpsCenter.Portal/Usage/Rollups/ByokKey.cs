namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of what jobs on customers' own keys paid and avoided; ordered as <see cref="HourlyKey"/> is, for the same reason.</summary>
internal readonly record struct ByokKey(DateOnly Day, Guid Organization, string Route, string Currency) : IComparable<ByokKey>
{
    public int CompareTo(ByokKey other) => Day.CompareTo(other.Day) is var day and not 0 ? day
        : Organization.CompareTo(other.Organization) is var organization and not 0 ? organization
        : string.CompareOrdinal(Route, other.Route) is var route and not 0 ? route
        : string.CompareOrdinal(Currency, other.Currency);
}
