namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of the tool roll-ups; ordered as <see cref="HourlyKey"/> is, for the same reason.</summary>
internal readonly record struct ToolKey(DateTime Hour, Guid? Organization, string Tool, string Currency) : IComparable<ToolKey>
{
    public int CompareTo(ToolKey other) => Hour.CompareTo(other.Hour) is var hour and not 0 ? hour
        : Nullable.Compare(Organization, other.Organization) is var organization and not 0 ? organization
        : string.CompareOrdinal(Tool, other.Tool) is var tool and not 0 ? tool
        : string.CompareOrdinal(Currency, other.Currency);
}
