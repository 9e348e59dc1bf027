namespace OpsCenter.Portal.Usage.Own;

/// <summary>The periods of a customer's usage page.</summary>
public enum OwnPeriod
{
    /// <summary>The billing period that runs; the calendar month without one.</summary>
    Current,

    /// <summary>The one before.</summary>
    Previous,

    /// <summary>Today and the 29 days before, whatever is billed when.</summary>
    Last30Days,
}
