namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>The periods a list of jobs offers, all in UTC as the billing periods are.</summary>
public enum JobPeriod
{
    /// <summary>Since midnight.</summary>
    Today,

    /// <summary>Today and the six days before.</summary>
    Last7Days,

    /// <summary>Today and the 29 days before.</summary>
    Last30Days,

    /// <summary>Since the first of the month.</summary>
    ThisMonth,

    /// <summary>The whole calendar month before this one.</summary>
    LastMonth,

    /// <summary>Between two days the reader gives.</summary>
    Custom,
}
