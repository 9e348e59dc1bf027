namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of what versions earned; ordered as <see cref="HourlyKey"/> is, for the same reason.</summary>
internal readonly record struct VersionKey(DateOnly Day, int Version, string Currency) : IComparable<VersionKey>
{
    public int CompareTo(VersionKey other) => Day.CompareTo(other.Day) is var day and not 0 ? day
        : Version.CompareTo(other.Version) is var version and not 0 ? version
        : string.CompareOrdinal(Currency, other.Currency);
}
