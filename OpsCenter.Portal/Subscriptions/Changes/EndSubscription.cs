using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Ends a customer's subscription now, by an operator. The billing engine closes its period at this moment and invoices what was used.</summary>
public sealed class EndSubscription(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Ends it, with an audit row.</summary>
    /// <param name="actor">Somebody who manages subscriptions.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="reason">Why, 1…500 characters.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not manage subscriptions.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, string reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageSubscriptions);

        if (SubscriptionEdit.ProblemWithReason(reason) is { } problem)
            return problem;

        var act = new SubscriptionAct(actor, organizationId, "subscription.ended", clock.GetUtcNow(), reason.Trim());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await SubscriptionEdit.ApplyAsync(db, act, (_, subscription) => ValueTask.FromResult(Decide(subscription, act)), cancellationToken);
    }

    private static SubscriptionStep Decide(Subscription subscription, SubscriptionAct act) => SubscriptionStatusRule.At(subscription, act.Now) switch
    {
        SubscriptionStatus.Pending => SubscriptionStep.To(subscription with { EndedAt = act.Now, EndReason = act.Reason }),
        SubscriptionStatus.Ended => SubscriptionStep.Refused("The plan has ended already."),
        SubscriptionStatus.Trialing or SubscriptionStatus.Active or SubscriptionStatus.PastDue or SubscriptionStatus.Grace or SubscriptionStatus.Suspended =>
            SubscriptionStep.To(subscription with { CancelAt = act.Now, CancelReason = act.Reason, NextPlanVersionId = null, NextInterval = null }),
    };
}
