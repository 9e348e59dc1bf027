using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations.Notes;

/// <summary>Adds a note to a customer. The audit row says that there is one, not what it says: notes may name people.</summary>
public sealed class WriteNote(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Adds it.</summary>
    /// <returns>Null when done, else what is wrong.</returns>
    /// <exception cref="AccessDeniedException">The actor may not manage customers.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, string body, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageCustomers);

        if (CustomerNote.ProblemWith(body) is { } problem)
            return problem;

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var written = await db.Database.ExecuteSqlAsync(
            $"""
            insert into customer_notes (id, organization_id, body, written_at, written_by)
            select {id}, o.id, {body.Trim()}, {now}, {actor.Subject} from organizations o where o.id = {organizationId}
            """, cancellationToken);

        if (written == 0)
            return "This customer does not exist.";

        AuditTrail.Append(db, actor, now, new AuditRecord("customer.note_written", "note", id.ToString(), OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }
}
