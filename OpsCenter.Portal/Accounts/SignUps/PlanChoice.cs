using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts.SignUps;

/// <summary>A plan at an interval that can be chosen.</summary>
/// <param name="Plan">The version.</param>
/// <param name="Interval">How often its price is paid.</param>
/// <param name="Price">The price, without tax.</param>
public sealed record PlanChoice(PlanVersion Plan, BillingInterval Interval, Money Price)
{
    /// <summary>How the form names it.</summary>
    public string Value => $"{Plan.Id}:{EnumText<BillingInterval>.Of(Interval)}";

    /// <summary>All choices of the plans that everybody is offered.</summary>
    public static IReadOnlyList<PlanChoice> Of(IEnumerable<PlanVersion> plans) =>
    [
        .. from plan in plans
           from interval in Enum.GetValues<BillingInterval>()
           let price = plan.PriceOf(interval)
           where price is not null
           select new PlanChoice(plan, interval, price.Value),
    ];
}
