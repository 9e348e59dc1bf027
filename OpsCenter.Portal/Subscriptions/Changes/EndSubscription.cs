using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Ends a customer's subscription now, by an operator: what was used is invoiced, what was paid in advance is not given back.</summary>
public sealed class EndSubscription(IDbContextFactory<OpsCenterDbContext> contexts, SubscriptionEngine engine, TimeProvider clock)
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
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await SubscriptionRows.LockLiveAsync(connection, organizationId, cancellationToken) is not { } before)
            return "There is no plan to end.";

        if (before.StartedAt is null)
            await SubscriptionRows.SaveAsync(connection, before with { EndedAt = act.Now, EndReason = act.Reason }, cancellationToken);
        else
            await engine.EndAsync(db, organizationId, act.Reason, act.Now, cancellationToken);

        var after = await SubscriptionRows.FindAsync(connection, before.Id, cancellationToken);
        SubscriptionEdit.Audit(db, act, before, after ?? throw new InvalidOperationException($"Subscription {before.Id} is gone."));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }
}
