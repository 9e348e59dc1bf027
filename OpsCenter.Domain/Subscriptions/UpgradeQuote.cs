using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>
/// What an upgrade in the middle of a billing period costs and gives, as it was shown to the customer. The checkout keeps it as it is,
/// so that what is paid is what was shown.
/// </summary>
/// <param name="FromPlanVersionId">The version that the subscription is on when it is quoted; the upgrade is refused when it no longer is.</param>
/// <param name="ToPlanVersionId">The version that it changes to.</param>
/// <param name="Interval">How often the price is paid, before and after.</param>
/// <param name="QuotedAt">When it was worked out.</param>
/// <param name="BillingPeriodId">The billing period that it was worked out for.</param>
/// <param name="PriceDifference">Due at once, without tax: never negative, in the currency's minor unit.</param>
/// <param name="Included">The allowance of the current period after the upgrade: blended by days, in the currency's minor unit.</param>
/// <param name="DaysElapsed">Whole days since the period's start.</param>
/// <param name="DaysInPeriod">Days of the period.</param>
public sealed record UpgradeQuote(
    Guid FromPlanVersionId,
    Guid ToPlanVersionId,
    BillingInterval Interval,
    DateTimeOffset QuotedAt,
    Guid BillingPeriodId,
    Money PriceDifference,
    Money Included,
    int DaysElapsed,
    int DaysInPeriod);
