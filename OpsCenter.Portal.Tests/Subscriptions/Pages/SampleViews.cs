using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Tests.Subscriptions.Pages;

/// <summary>What the page about a plan is given.</summary>
internal static class SampleViews
{
    public static readonly DateTimeOffset Now = SamplePlans.Day1.AddDays(10);
    private static readonly DateTimeOffset End = SamplePlans.Day1.AddMonths(1);

    private static readonly PlanVersion[] Plans = [SamplePlans.Trial, SamplePlans.Starter, SamplePlans.Professional, SamplePlans.Enterprise];

    public static SubscriptionView Of(PlanVersion? plan, Func<Subscription, Subscription>? change = null, PlanVersion? next = null, EntitlementFacts? facts = null)
    {
        var subscription = plan is null ? null : change is null ? SamplePlans.To(plan) : change(SamplePlans.To(plan));
        facts = (facts ?? new EntitlementFacts
        {
            IsCustomerSuspended = false,
            IncludedLeft = plan?.Included ?? SamplePlans.Usd(0),
            Overage = SamplePlans.Usd(0),
            OverageCapFactor = 3m,
        }) with
        { Subscription = subscription, Plan = plan };
        var now = new CustomerEntitlements(
            SamplePlans.Starter.Id, OrganizationStatus.Active, EntitlementRule.At(facts, Now), facts, SamplePlans.Day1, End);
        var isMove = subscription is not null && plan is not null && next is not null && PlanChangeRule.IsMove(plan, next, subscription);

        return new SubscriptionView(now, next, subscription is null ? null : End, [], [.. ChoicesOf(subscription, plan)], isMove);
    }

    private static IEnumerable<PlanChoice> ChoicesOf(Subscription? subscription, PlanVersion? plan) =>
        from version in Plans
        from interval in Enum.GetValues<BillingInterval>()
        let price = version.PriceOf(interval)
        where price is not null
        select new PlanChoice(
            version, interval, price.Value, PlanChangeRule.Of(subscription, plan, version, interval, hadPlan: subscription is not null, Now));
}
