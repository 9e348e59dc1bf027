using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Domain.Billing;

/// <summary>The span that a plan's price pays for: one billing period, or twelve of them. Changes and cancellations take effect at its end.</summary>
public static class BillingTerm
{
    private const int PeriodsOfYear = 12;

    /// <summary>Whether a term begins with a billing period, so that the plan's price is due.</summary>
    public static bool BeginsWith(Subscription subscription, int period) => (period - subscription.TermFrom) % LengthOf(subscription.Interval) == 0;

    /// <summary>The last billing period of the term in which a period lies.</summary>
    public static int LastOf(Subscription subscription, int period)
    {
        var length = LengthOf(subscription.Interval);

        return subscription.TermFrom + ((((period - subscription.TermFrom) / length) + 1) * length) - 1;
    }

    /// <summary>When the term begins in which a billing period lies.</summary>
    /// <exception cref="InvalidOperationException">The subscription has not started.</exception>
    public static DateTimeOffset StartOf(Subscription subscription, int period) => subscription.AnchorAt is { } anchor
        ? PeriodCalendar.StartOf(anchor, LastOf(subscription, period) - LengthOf(subscription.Interval) + 1)
        : throw new InvalidOperationException("A subscription that has not started has no terms.");

    /// <summary>When the term ends in which a billing period lies.</summary>
    /// <exception cref="InvalidOperationException">The subscription has not started.</exception>
    public static DateTimeOffset EndOf(Subscription subscription, int period) => subscription switch
    {
        { TrialEndsAt: { } end } => end,
        { AnchorAt: { } anchor } => PeriodCalendar.StartOf(anchor, LastOf(subscription, period) + 1),
        _ => throw new InvalidOperationException("A subscription that has not started has no terms."),
    };

    private static int LengthOf(BillingInterval interval) => interval switch
    {
        BillingInterval.Once or BillingInterval.Month => 1,
        BillingInterval.Year => PeriodsOfYear,
    };
}
