using Npgsql;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>The invoices of our own engine, for its adapter; who asks was checked before.</summary>
internal sealed class InvoiceBook(NpgsqlDataSource database)
{
    /// <summary>One page of a customer's invoices.</summary>
    public async Task<InvoicePage> ListAsync(Guid organizationId, InvoiceFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return await InvoiceRows.ListAsync(connection, organizationId, filter, cancellationToken);
    }

    /// <summary>One invoice of a customer; null when it has none of that id.</summary>
    public async Task<BilledInvoice?> FindAsync(Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return await InvoiceReader.FindAsync(connection, organizationId, invoiceId, cancellationToken);
    }
}
