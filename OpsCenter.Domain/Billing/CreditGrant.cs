namespace OpsCenter.Domain.Billing;

/// <summary>Included usage as money: so much of what jobs cost is not charged.</summary>
/// <param name="id">Identity.</param>
/// <param name="billingPeriodId">The one period whose jobs it covers; null when a span of time decides.</param>
/// <param name="amount">How much it covers in all, 0 or more, in the currency of the jobs.</param>
/// <param name="consumed">How much of that is used up, 0…<paramref name="amount"/>.</param>
/// <param name="priority">Lower ones are consumed first, 1…100.</param>
/// <param name="validFrom">Jobs from this moment on are covered.</param>
/// <param name="expiresAt">Jobs before this moment are covered. Of equal priority, what expires sooner is consumed first.</param>
public sealed class CreditGrant(
    Guid id, Guid? billingPeriodId, decimal amount, decimal consumed, int priority, DateTimeOffset validFrom, DateTimeOffset expiresAt)
{
    /// <summary>Identity.</summary>
    public Guid Id { get; } = id;

    /// <summary>Lower ones are consumed first.</summary>
    public int Priority { get; } = priority;

    /// <summary>Of equal priority, what expires sooner is consumed first.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>How much is used up.</summary>
    public decimal Consumed { get; private set; } = consumed;

    /// <summary>How much is left.</summary>
    public decimal Left => amount - Consumed;

    /// <summary>Whether it covers a job.</summary>
    /// <param name="usagePeriodId">The period in which the job ran.</param>
    /// <param name="occurredAt">When it ran.</param>
    public bool Covers(Guid usagePeriodId, DateTimeOffset occurredAt) =>
        billingPeriodId is { } period ? period == usagePeriodId : validFrom <= occurredAt && occurredAt < ExpiresAt;

    /// <summary>Uses up as much as is left of what is asked for.</summary>
    /// <returns>How much that was.</returns>
    public decimal Take(decimal wanted)
    {
        var taken = Math.Min(wanted, Left);
        Consumed += taken;

        return taken;
    }

    /// <summary>Makes as much as was used up of what is given back available again.</summary>
    /// <returns>How much that was.</returns>
    public decimal GiveBack(decimal given)
    {
        var back = Math.Min(given, Consumed);
        Consumed -= back;

        return back;
    }
}
