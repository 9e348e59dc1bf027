using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Cancels: everything stays until what is paid for ends, then nothing renews. What was chosen and never paid is given up at once.</summary>
public sealed class CancelSubscription(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Cancels, with an audit row. A planned change is dropped.</summary>
    /// <param name="actor">The owner, or an operator who manages subscriptions.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="reason">Why, 1…500 characters.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, string reason, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);

        if (SubscriptionEdit.ProblemWithReason(reason) is { } problem)
            return problem;

        var act = new SubscriptionAct(actor, organizationId, "subscription.cancelled", clock.GetUtcNow(), reason.Trim());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await SubscriptionEdit.ApplyAsync(db, act, (_, subscription) => ValueTask.FromResult(Decide(subscription, act)), cancellationToken);
    }

    private static SubscriptionStep Decide(Subscription subscription, SubscriptionAct act) => SubscriptionStatusRule.At(subscription, act.Now) switch
    {
        SubscriptionStatus.Pending => SubscriptionStep.To(subscription with { EndedAt = act.Now, EndReason = act.Reason }),
        SubscriptionStatus.Trialing => SubscriptionStep.Refused("A trial ends by itself and nothing renews. There is nothing to cancel."),
        SubscriptionStatus.Ended => SubscriptionStep.Refused("The plan has ended already."),
        SubscriptionStatus.Active or SubscriptionStatus.PastDue or SubscriptionStatus.Grace or SubscriptionStatus.Suspended =>
            subscription.CancelAt is not null
                ? SubscriptionStep.Refused("The plan is cancelled already.")
                : SubscriptionStep.To(subscription with
                {
                    CancelAt = TermEnd(subscription, act.Now),
                    CancelReason = act.Reason,
                    NextPlanVersionId = null,
                    NextInterval = null,
                }),
    };

    private static DateTimeOffset TermEnd(Subscription subscription, DateTimeOffset now) => subscription.AnchorAt is { } anchor
        ? BillingTerm.EndOf(subscription, PeriodCalendar.NumberAt(anchor, now))
        : throw new InvalidOperationException($"Subscription {subscription.Id} runs and has no anchor.");
}
