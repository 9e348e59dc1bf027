using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations.Notes;

/// <summary>Removes a note for good; the audit row says that there was one.</summary>
public sealed class RemoveNote(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Removes it. One that somebody else removed is gone all the same.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage customers.</exception>
    public async Task HandleAsync(Actor actor, Guid organizationId, Guid noteId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageCustomers);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var removed = await db.Database.ExecuteSqlAsync(
            $"delete from customer_notes where id = {noteId} and organization_id = {organizationId}", cancellationToken);

        if (removed == 0)
            return;

        AuditTrail.Append(
            db, actor, clock.GetUtcNow(), new AuditRecord("customer.note_removed", "note", noteId.ToString(), OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
