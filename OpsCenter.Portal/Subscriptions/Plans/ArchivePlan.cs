using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>Takes a plan out of the offer. Its subscribers keep it and renew; nobody else can choose it.</summary>
public sealed class ArchivePlan(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Does so, with an audit row when it was not so before.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage plans.</exception>
    public async Task<PlanOutcome> HandleAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManagePlans);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await PlanArchive.SetAsync(db, actor, code, isArchived: true, clock.GetUtcNow(), cancellationToken);
    }
}
