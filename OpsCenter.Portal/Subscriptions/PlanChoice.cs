using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>A plan in an interval, and what choosing it means for the customer.</summary>
/// <param name="Version">The newest version of the plan.</param>
/// <param name="Interval">How often its price is paid.</param>
/// <param name="Price">That price, without tax.</param>
/// <param name="Change">What choosing it means.</param>
public sealed record PlanChoice(PlanVersion Version, BillingInterval Interval, Money Price, PlanChange Change);
