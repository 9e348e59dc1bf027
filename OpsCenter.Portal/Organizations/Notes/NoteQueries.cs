using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations.Notes;

/// <summary>Reads notes.</summary>
public sealed class NoteQueries(IDbContextFactory<OpsCenterDbContext> contexts, ActorNames names)
{
    /// <summary>Most notes that are shown.</summary>
    public const int MaxListed = 100;

    /// <summary>The notes about a customer, newest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see customers.</exception>
    public async Task<IReadOnlyList<CustomerNote>> OfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewCustomers);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Database.SqlQuery<StoredNote>(
            $"""
            select id, body, written_at, written_by from customer_notes
            where organization_id = {organizationId} order by written_at desc, id desc limit {MaxListed}
            """).ToListAsync(cancellationToken);
        var writers = await names.OfAsync(stored.Select(note => note.WrittenBy), cancellationToken);

        return [.. stored.Select(note => new CustomerNote(note.Id, note.Body, note.WrittenAt, writers[note.WrittenBy]))];
    }
}
