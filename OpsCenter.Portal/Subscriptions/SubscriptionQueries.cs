using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Reads the subscription of a customer with what can be done about it.</summary>
public sealed class SubscriptionQueries(
    NpgsqlDataSource database, EntitlementQueries entitlements, PlanQueries plans, PlanVersions versions, GrantQueries grants, TimeProvider clock)
{
    /// <summary>Everything that the page about the plan shows; null when there is no such customer.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<SubscriptionView?> OfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);

        if (await entitlements.OfAsync(actor, organizationId, cancellationToken) is not { } now)
            return null;

        var (subscription, moment) = (now.Facts.Subscription, clock.GetUtcNow());
        var next = subscription?.NextPlanVersionId is { } nextId ? await versions.GetAsync(nextId, cancellationToken) : null;
        var isMove = subscription is not null && now.Facts.Plan is { } current && next is not null && PlanChangeRule.IsMove(current, next, subscription);

        return new SubscriptionView(
            now,
            next,
            TermEnd(subscription, moment),
            await grants.ListAsync(actor, organizationId, cancellationToken),
            await ChoicesAsync(actor, now, moment, cancellationToken),
            isMove);
    }

    private static DateTimeOffset? TermEnd(Subscription? subscription, DateTimeOffset now) => subscription switch
    {
        { EndedAt: null, TrialEndsAt: { } end } => end,
        { EndedAt: null, AnchorAt: { } anchor } => BillingTerm.EndOf(subscription, PeriodCalendar.NumberAt(anchor, now)),
        _ => null,
    };

    private async Task<IReadOnlyList<PlanChoice>> ChoicesAsync(
        Actor actor, CustomerEntitlements customer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (subscription, plan) = (customer.Facts.Subscription, customer.Facts.Plan);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var hadPlan = await PendingSubscriptions.HadPlanAsync(connection, customer.OrganizationId, cancellationToken);

        return
        [
            .. from version in await plans.OfferedAsync(actor, customer.OrganizationId, cancellationToken)
               from interval in Enum.GetValues<BillingInterval>()
               let price = version.PriceOf(interval)
               where price is not null
               select new PlanChoice(version, interval, price.Value, PlanChangeRule.Of(subscription, plan, version, interval, hadPlan, now)),
        ];
    }
}
