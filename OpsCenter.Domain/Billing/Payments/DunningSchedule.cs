namespace OpsCenter.Domain.Billing.Payments;

/// <summary>When a payment that failed is tried again without anybody asking: 1, 3 and 7 days after the first failure, then never.</summary>
public static class DunningSchedule
{
    private static readonly TimeSpan[] After = [TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7)];

    /// <summary>The next try.</summary>
    /// <param name="firstFailedAt">When the first payment of the invoice failed.</param>
    /// <param name="retries">Automatic tries since then that failed, too.</param>
    /// <param name="failure">Why the last one failed.</param>
    /// <param name="now">When it failed.</param>
    /// <returns>When; null when no further try follows.</returns>
    public static DateTimeOffset? NextTry(DateTimeOffset firstFailedAt, int retries, PaymentFailure failure, DateTimeOffset now)
    {
        if (!failure.MayBeRetried || retries >= After.Length)
            return null;

        var due = firstFailedAt + After[retries];

        // After a long outage tries are made up for one at a time, not all at once.
        return due > now ? due : now + After[0];
    }
}
