using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Takes back a cancellation before it took effect: the plan renews again.</summary>
public sealed class ResumeSubscription(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Takes it back, with an audit row.</summary>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);
        var act = new SubscriptionAct(actor, organizationId, "subscription.resumed", clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await SubscriptionEdit.ApplyAsync(db, act, (_, subscription) => ValueTask.FromResult(Decide(subscription, act.Now)), cancellationToken);
    }

    private static SubscriptionStep Decide(Subscription subscription, DateTimeOffset now) =>
        SubscriptionStatusRule.At(subscription, now) is SubscriptionStatus.Ended ? SubscriptionStep.Refused("The plan has ended. Choose one anew.")
        : subscription.CancelAt is null ? SubscriptionStep.Refused("The plan is not cancelled.")
        : SubscriptionStep.To(subscription with { CancelAt = null, CancelReason = null });
}
