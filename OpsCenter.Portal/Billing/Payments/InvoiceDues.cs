using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>What is due of invoices.</summary>
internal static class InvoiceDues
{
    private const string Select =
        """
        select i.id, i.organization_id, i.number, i.currency,
            case when i.state = 'open' then i.total
                - coalesce((select sum(a.amount) from payment_allocations a where a.invoice_id = i.id), 0)
                - coalesce((select sum(n.total) from credit_notes n where n.invoice_id = i.id and n.settlement = 'invoice'), 0) else 0 end,
            exists (select from payments p where p.invoice_id = i.id and p.state in ('pending', 'action_required'))
        from invoices i where i.id = $1
        """;

    /// <summary>Of a customer's invoice; null when it has no such invoice.</summary>
    public static async Task<InvoiceDue?> FindAsync(
        NpgsqlConnection connection, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken) =>
        await OneAsync(connection, Select, invoiceId, cancellationToken) is { } due && due.OrganizationId == organizationId ? due : null;

    /// <summary>Of an invoice that something refers to, locked until the transaction ends.</summary>
    public static async Task<InvoiceDue> LockAsync(NpgsqlConnection connection, Guid invoiceId, CancellationToken cancellationToken)
    {
        // Locked first: what is allocated is read after whoever was before has committed.
        await using (var command = new NpgsqlCommand("select 1 from invoices where id = $1 for update", connection))
        {
            command.Parameters.AddAll(invoiceId);
            await command.ExecuteScalarAsync(cancellationToken);
        }

        return await OneAsync(connection, Select, invoiceId, cancellationToken) ?? throw new InvalidOperationException($"There is no invoice {invoiceId}.");
    }

    private static async Task<InvoiceDue?> OneAsync(NpgsqlConnection connection, string sql, Guid invoiceId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddAll(invoiceId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new InvoiceDue(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), new Money(reader.GetDecimal(4), Currency.Of(reader.GetString(3))), reader.GetBoolean(5))
            : null;
    }
}
