namespace OpsCenter.Portal.Usage.Overview;

/// <summary>The periods the overview offers, all in UTC as the billing periods are. Named as in the list of jobs, so that a link keeps the period.</summary>
public enum OverviewPeriod
{
    /// <summary>Since midnight, by hour.</summary>
    Today,

    /// <summary>Today and the six days before.</summary>
    Last7Days,

    /// <summary>Today and the 29 days before.</summary>
    Last30Days,

    /// <summary>Since the first of the month.</summary>
    ThisMonth,

    /// <summary>The whole calendar month before this one.</summary>
    LastMonth,
}
