namespace OpsCenter.Portal.Usage.Replays;

/// <summary>The periods a replay offers, all in UTC as the billing periods are.</summary>
public enum ReplayPeriod
{
    /// <summary>Today and the six days before.</summary>
    Last7Days,

    /// <summary>Today and the 29 days before.</summary>
    Last30Days,

    /// <summary>Today and the 89 days before.</summary>
    Last90Days,

    /// <summary>Between two days the reader gives.</summary>
    Custom,
}
