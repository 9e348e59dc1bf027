using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>Writes a new version of a plan. Whoever chooses the plan from now on gets it; subscribers stay on theirs until they are moved.</summary>
public sealed class PublishPlanVersion(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Publishes it with an audit row.</summary>
    /// <param name="actor">Somebody who may manage plans.</param>
    /// <param name="seen">The version that the change was made from; another one that came meanwhile is not overruled.</param>
    /// <param name="terms">What the new version says.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not manage plans.</exception>
    public async Task<PlanOutcome> HandleAsync(Actor actor, PlanVersion seen, PlanTerms terms, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManagePlans);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (!await PlanRows.LockAsync(connection, seen.Code, cancellationToken)
            || await PlanRows.FindNewestAsync(connection, seen.Code, cancellationToken) is not { } newest)
        {
            return new PlanOutcome.Refused("This plan does not exist.");
        }

        if (Refusal(newest, seen, terms) is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var version = terms.ToVersion(Guid.CreateVersion7(now), newest.Code, newest.Version + 1, newest.Currency);
        await PlanVersionRows.InsertAsync(connection, version, now, actor.Subject, cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "plan.version_published", "plan", version.Code, PlanRows.StateOf(newest), PlanRows.StateOf(version)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new PlanOutcome.Done(version);
    }

    private static PlanOutcome? Refusal(PlanVersion newest, PlanVersion seen, PlanTerms terms)
    {
        if (newest.Version != seen.Version)
            return new PlanOutcome.Refused($"Somebody published version {newest.Version} meanwhile. Look at it and make your change again.");

        if (PlanTermsRule.ProblemsWith(terms, newest.Currency) is { Count: > 0 } problems)
            return new PlanOutcome.Invalid(problems);

        if (newest.IsTrial != terms.OnceHours is not null)
            return new PlanOutcome.Refused("A trial stays a trial, and a plan that renews stays one. Create another plan instead.");

        return PlanDifference.Between(PlanTerms.Of(newest), terms).Count == 0
            ? new PlanOutcome.Refused("Nothing differs from the version in force.")
            : null;
    }
}
