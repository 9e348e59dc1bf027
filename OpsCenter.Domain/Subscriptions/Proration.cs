using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a change in the middle of what is paid for costs and gives, by whole days. Rounded once, to the currency's minor unit.</summary>
public static class Proration
{
    /// <summary>Whole days from one moment to another; none when the other is earlier.</summary>
    public static int DaysBetween(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (to - from).Days);

    /// <summary>(new − old) × remaining days / all days of what is paid for; never negative.</summary>
    /// <param name="oldPrice">What was paid.</param>
    /// <param name="newPrice">What would have been paid.</param>
    /// <param name="paid">What it was paid for.</param>
    /// <param name="now">When the change happens; it is part of what was paid for.</param>
    public static Money PriceDifference(Money oldPrice, Money newPrice, (DateTimeOffset Start, DateTimeOffset End) paid, DateTimeOffset now)
    {
        var difference = Share(newPrice - oldPrice, paid, now);

        return difference.IsNegative ? Money.Zero(oldPrice.Currency) : difference;
    }

    /// <summary>
    /// The allowance of the current period after the change. Each plan gives its included usage for its days: old × elapsed / all +
    /// new × remaining / all. Written as what the period has now plus the difference for the remaining days, which is the same and stays
    /// right for a second change in one period. Never below what is already covered.
    /// </summary>
    /// <param name="current">What the period includes now.</param>
    /// <param name="oldIncluded">Included usage of a whole period before the change.</param>
    /// <param name="newIncluded">Included usage of a whole period after it.</param>
    /// <param name="period">The billing period.</param>
    /// <param name="now">When the change happens.</param>
    /// <param name="covered">What the allowance has already covered.</param>
    public static Money BlendedAllowance(
        Money current, Money oldIncluded, Money newIncluded, (DateTimeOffset Start, DateTimeOffset End) period, DateTimeOffset now, Money covered)
    {
        var blended = (current + ExactShare(newIncluded - oldIncluded, period, now)).ToMinorUnit();

        return Money.Max(blended, covered);
    }

    private static Money Share(Money whole, (DateTimeOffset Start, DateTimeOffset End) span, DateTimeOffset now) => ExactShare(whole, span, now).ToMinorUnit();

    private static Money ExactShare(Money whole, (DateTimeOffset Start, DateTimeOffset End) span, DateTimeOffset now)
    {
        var all = DaysBetween(span.Start, span.End);
        ArgumentOutOfRangeException.ThrowIfZero(all, nameof(span));
        var remaining = all - Math.Min(all, DaysBetween(span.Start, now));

        return whole with { Amount = whole.Amount * remaining / all };
    }
}
