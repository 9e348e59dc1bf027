using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What an upgrade is worked out from.</summary>
/// <param name="Subscription">It has begun and renews.</param>
/// <param name="From">The version it is on.</param>
/// <param name="To">The version it changes to, sold in the same interval.</param>
/// <param name="BillingPeriodId">The period in which the moment lies.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When the next one begins.</param>
/// <param name="Allowance">What it includes now.</param>
/// <param name="Covered">How much of that is used.</param>
public sealed record UpgradeBasis(
    Subscription Subscription,
    PlanVersion From,
    PlanVersion To,
    Guid BillingPeriodId,
    int Number,
    DateTimeOffset Start,
    DateTimeOffset End,
    Money Allowance,
    Money Covered)
{
    /// <summary>What the upgrade costs and gives at a moment in the period.</summary>
    /// <exception cref="InvalidOperationException">The subscription has not begun, or one of the plans is not sold in its interval.</exception>
    public UpgradeQuote QuoteAt(DateTimeOffset now)
    {
        var interval = Subscription.Interval;
        var paid = (BillingTerm.StartOf(Subscription, Number), BillingTerm.EndOf(Subscription, Number));
        var days = Proration.DaysBetween(Start, End);

        return new UpgradeQuote(
            From.Id,
            To.Id,
            interval,
            now,
            BillingPeriodId,
            Proration.PriceDifference(PriceOf(From, interval), PriceOf(To, interval), paid, now),
            Proration.BlendedAllowance(Allowance, From.Included, To.Included, (Start, End), now, Covered),
            Math.Min(days, Proration.DaysBetween(Start, now)),
            days);
    }

    private static Money PriceOf(PlanVersion plan, BillingInterval interval) =>
        plan.PriceOf(interval) ?? throw new InvalidOperationException($"Plan {plan.Code} version {plan.Version} has no price for {interval}.");
}
