using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Works out what an upgrade costs and gives at this moment. Changes nothing.</summary>
public sealed class QuoteUpgrade(
    NpgsqlDataSource database, PlanQueries plans, PlanVersions versions, PeriodQueries periods, GrantQueries grants, TimeProvider clock)
{
    /// <summary>The offer, or why there is none.</summary>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public async Task<UpgradeAnswer> HandleAsync(Actor actor, Guid organizationId, Guid planVersionId, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        if (await SubscriptionRows.FindLiveAsync(connection, organizationId, cancellationToken) is not { } subscription)
            return new UpgradeAnswer.Refused("There is no plan to change. Choose one first.");

        if (await plans.FindOfferedAsync(connection, organizationId, planVersionId, cancellationToken) is not { } target)
            return new UpgradeAnswer.Refused("This plan is not offered any more. Reload the page to see those that are.");

        var current = await versions.GetAsync(subscription.PlanVersionId, cancellationToken);

        if (PlanChangeRule.Of(subscription, current, target, subscription.Interval, hadPlan: true, now) is not PlanChange.Upgrade)
            return new UpgradeAnswer.Refused("This plan is no upgrade of yours.");

        if (subscription.CancelAt is not null)
            return new UpgradeAnswer.Refused("The plan is cancelled. Resume it before you upgrade.");

        if (subscription.PastDueSince is not null)
            return new UpgradeAnswer.Refused("An invoice is unpaid. Pay it on the Billing page before you upgrade.");

        return await OfferAsync(actor, subscription, current, target, now, cancellationToken);
    }

    private async Task<UpgradeAnswer> OfferAsync(
        Actor actor, Subscription subscription, PlanVersion current, PlanVersion target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = (await periods.ListAsync(actor, subscription.OrganizationId, cancellationToken)).Where(p => p.ClosedAt is null).ToList();

        // While an ended period waits to be closed, the price of the next one is not invoiced yet, and would be paid twice.
        if (open is not [var period] || period.SubscriptionId != subscription.Id || period.EndsAt <= now)
            return new UpgradeAnswer.Refused("A billing period is just being closed. Try again in a minute.");

        var allowance = (await grants.ListAsync(actor, subscription.OrganizationId, cancellationToken)).FirstOrDefault(g => g.Kind is CreditGrantKind.Allowance);
        var covered = allowance?.Consumed ?? Money.Zero(current.Currency);
        var basis = new UpgradeBasis(
            subscription, current, target, period.Id, period.Number, period.StartsAt, period.EndsAt, period.Included, covered);
        var price = target.PriceOf(subscription.Interval) ?? throw new InvalidOperationException("An upgrade is sold in the interval of the subscription.");

        return new UpgradeAnswer.Offered(new UpgradeOffer(
            basis.QuoteAt(now), current, target, period.Included, BillingTerm.EndOf(subscription, period.Number), price));
    }
}
