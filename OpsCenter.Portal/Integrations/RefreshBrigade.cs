using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Integrations;

/// <summary>Makes Brigade fetch the rate card because an operator wants it to.</summary>
public sealed class RefreshBrigade(BrigadeDesk desk, RateCardQueries cards, IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Asks it, and notes who wanted it and what came of it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage integrations.</exception>
    public async Task<BrigadeOutcome> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageIntegrations);
        var inForce = (await cards.VersionsAsync(actor, before: null, take: 1, cancellationToken)).Single().Version;
        var outcome = await desk.RefreshAsync(inForce, cancellationToken) switch
        {
            BrigadeAnswer<BrigadeCard>.Given { Value: { Version: var had } } when had < inForce =>
                new BrigadeOutcome(false, $"Brigade still has version {had}, and version {inForce} is in force."),
            BrigadeAnswer<BrigadeCard>.Given given => new BrigadeOutcome(true, $"Brigade refreshed, it has version {given.Value.Version}"),
            BrigadeAnswer<BrigadeCard>.Failed failed => new BrigadeOutcome(false, failed.Reason),
            _ => BrigadeOutcome.NotConnected,
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        AuditTrail.Append(db, actor, clock.GetUtcNow(), new AuditRecord(
            "brigade.refreshed", "brigade", "brigade", After: new { Version = inForce, Done = outcome.IsDone, Answer = outcome.Sentence }));
        await db.SaveChangesAsync(cancellationToken);

        return outcome;
    }
}
