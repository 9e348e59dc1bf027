namespace OpsCenter.Domain.Subscriptions;

/// <summary>How often the price of a plan is paid. Usage is billed monthly whatever the interval.</summary>
public enum BillingInterval
{
    /// <summary>Once, for a number of hours: a trial. Nothing renews.</summary>
    Once,

    /// <summary>Every month, in advance.</summary>
    Month,

    /// <summary>Every twelve months, in advance.</summary>
    Year,
}
