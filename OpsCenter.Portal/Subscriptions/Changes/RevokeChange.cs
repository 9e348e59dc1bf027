using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Takes back a planned change: the subscription renews as it is. A move to a newer version of the same plan, which operators planned, only they take back.</summary>
public sealed class RevokeChange(IDbContextFactory<OpsCenterDbContext> contexts, PlanVersions versions, TimeProvider clock)
{
    /// <summary>Takes it back, with an audit row.</summary>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);
        var act = new SubscriptionAct(actor, organizationId, "subscription.change_revoked", clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await SubscriptionEdit.ApplyAsync(db, act, async (_, subscription) =>
        {
            if (subscription.NextPlanVersionId is not { } nextId)
                return SubscriptionStep.Refused("No change is planned.");

            var current = await versions.GetAsync(subscription.PlanVersionId, cancellationToken);
            var next = await versions.GetAsync(nextId, cancellationToken);

            return PlanChangeRule.IsMove(current, next, subscription) && !AccessPolicy.Allows(actor, Permission.ManageSubscriptions)
                ? SubscriptionStep.Refused("This change is to the current version of your plan. Choose another plan, or cancel.")
                : SubscriptionStep.To(subscription with { NextPlanVersionId = null, NextInterval = null });
        }, cancellationToken);
    }
}
