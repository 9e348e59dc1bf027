namespace OpsCenter.Domain.Subscriptions;

/// <summary>Whether a subscription ends with a billing period, and why.</summary>
public static class SubscriptionEnd
{
    /// <summary>Why it ends when a period is over; null when it goes on.</summary>
    /// <param name="subscription">Its facts.</param>
    /// <param name="periodEnd">First moment after the period.</param>
    public static string? At(Subscription subscription, DateTimeOffset periodEnd) => subscription switch
    {
        { TrialEndsAt: not null } => "The trial ended.",
        { CancelAt: { } at } when at <= periodEnd => "Cancelled by the customer.",
        { PastDueSince: { } since } when since + SubscriptionStatusRule.SuspendedAfter <= periodEnd => "Suspended for an unpaid invoice, so it was not renewed.",
        _ => null,
    };
}
