namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Which row of the fee histogram; ordered as <see cref="HourlyKey"/> is, for the same reason.</summary>
internal readonly record struct FeeKey(DateOnly Day, string Agent, string Currency, decimal Floor) : IComparable<FeeKey>
{
    public int CompareTo(FeeKey other) => Day.CompareTo(other.Day) is var day and not 0 ? day
        : string.CompareOrdinal(Agent, other.Agent) is var agent and not 0 ? agent
        : string.CompareOrdinal(Currency, other.Currency) is var currency and not 0 ? currency
        : Floor.CompareTo(other.Floor);
}
