using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Plans a change to another plan or interval for the end of what is paid for: downgrades, and from month to year. A later one takes its place.</summary>
public sealed class ScheduleChange(IDbContextFactory<OpsCenterDbContext> contexts, PlanQueries plans, PlanVersions versions, TimeProvider clock)
{
    /// <summary>Plans it, with an audit row.</summary>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public async Task<string?> HandleAsync(
        Actor actor, Guid organizationId, Guid planVersionId, BillingInterval interval, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);
        var act = new SubscriptionAct(actor, organizationId, "subscription.change_scheduled", clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await SubscriptionEdit.ApplyAsync(db, act, DecideAsync, cancellationToken);

        async ValueTask<SubscriptionStep> DecideAsync(NpgsqlConnection connection, Subscription subscription)
        {
            if (await plans.FindOfferedAsync(connection, organizationId, planVersionId, cancellationToken) is not { } target)
                return SubscriptionStep.Refused("This plan is not offered any more. Reload the page to see those that are.");

            var current = await versions.GetAsync(subscription.PlanVersionId, cancellationToken);

            return PlanChangeRule.Of(subscription, current, target, interval, hadPlan: true, act.Now) switch
            {
                PlanChange.AtPeriodEnd when subscription.CancelAt is not null =>
                    SubscriptionStep.Refused("The plan is cancelled. Resume it before you change it."),
                PlanChange.AtPeriodEnd => SubscriptionStep.To(subscription with { NextPlanVersionId = target.Id, NextInterval = interval }),
                PlanChange.Current => SubscriptionStep.Refused("This is the plan you have."),
                PlanChange.Upgrade => SubscriptionStep.Refused("A larger plan starts at once, after payment."),
                PlanChange.Subscribe => SubscriptionStep.Refused("This plan starts at once, after payment."),
                PlanChange.NotOffered => SubscriptionStep.Refused("This plan is not sold in this interval."),
            };
        }
    }
}
