using Npgsql;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>Reads credit notes of a customer.</summary>
public sealed class CreditNoteQueries(NpgsqlDataSource database)
{
    /// <summary>Those of one invoice, oldest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's invoices.</exception>
    public async Task<IReadOnlyList<CreditNoteView>> OfInvoiceAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return await CreditNoteRows.ReadAsync(connection, "where c.organization_id = $1 and c.invoice_id = $2", cancellationToken, organizationId, invoiceId);
    }

    /// <summary>One; null when the customer has none of that id.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's invoices.</exception>
    public async Task<CreditNoteView?> FindAsync(Actor actor, Guid organizationId, Guid id, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return (await CreditNoteRows.ReadAsync(connection, "where c.organization_id = $1 and c.id = $2", cancellationToken, organizationId, id)).SingleOrDefault();
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling);
}
