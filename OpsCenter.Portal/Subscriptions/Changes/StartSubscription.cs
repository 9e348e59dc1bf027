using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Starts a plan for a customer at once, by an operator. Its first invoice is charged as a renewal is: to the customer's card, or the customer is asked to pay.</summary>
public sealed class StartSubscription(
    IDbContextFactory<OpsCenterDbContext> contexts, PlanQueries plans, SubscriptionEngine engine, TimeProvider clock)
{
    /// <summary>Starts it, with an audit row. A trial that runs ends with it.</summary>
    /// <param name="actor">Somebody who manages subscriptions.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="choice">The newest version of a plan that is offered to the customer, and how often its price is paid.</param>
    /// <param name="reason">Why, 1…500 characters.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not manage subscriptions.</exception>
    public async Task<string?> HandleAsync(
        Actor actor, Guid organizationId, (Guid PlanVersionId, BillingInterval Interval) choice, string reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageSubscriptions);

        if (SubscriptionEdit.ProblemWithReason(reason) is { } problem)
            return problem;

        var act = new SubscriptionAct(actor, organizationId, "subscription.started", clock.GetUtcNow(), reason.Trim());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await plans.FindOfferedAsync(connection, organizationId, choice.PlanVersionId, cancellationToken) is not { } plan
            || plan.PriceOf(choice.Interval) is null)
        {
            return "This plan is not offered to the customer so.";
        }

        var live = await SubscriptionRows.LockLiveAsync(connection, organizationId, cancellationToken);

        if (live is { StartedAt: not null, TrialEndsAt: null })
            return "The customer has a plan. End it first, or let the customer change it.";

        var chosen = await ChooseAsync(connection, live, organizationId, choice, act.Now, cancellationToken);

        if (await engine.ActivateAsync(db, chosen.Id, act.Now, cancellationToken) is not { } invoice)
            return "The plan could not be started, because it is just being changed. Try again.";

        await PaymentRequests.RequestAsync(connection, invoice, automatic: true, act.Now, cancellationToken);
        var started = await SubscriptionRows.FindAsync(connection, chosen.Id, cancellationToken);
        SubscriptionEdit.Audit(db, act, live, started ?? throw new InvalidOperationException($"Subscription {chosen.Id} is gone."));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }

    private static async Task<Subscription> ChooseAsync(
        NpgsqlConnection connection,
        Subscription? live,
        Guid organizationId,
        (Guid PlanVersionId, BillingInterval Interval) choice,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // What the customer chose and never paid makes way, as it does when it chooses anew.
        if (live is { StartedAt: null })
            await SubscriptionRows.SaveAsync(connection, live with { EndedAt = now, EndReason = "Replaced by a plan that was started for the customer." }, cancellationToken);

        var chosen = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            PlanVersionId = choice.PlanVersionId,
            Interval = choice.Interval,
            CreatedAt = now,
        };
        await SubscriptionRows.InsertAsync(connection, chosen, cancellationToken);

        return chosen;
    }
}
