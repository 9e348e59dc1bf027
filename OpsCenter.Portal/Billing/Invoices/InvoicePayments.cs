using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Says which money pays which invoice.</summary>
internal static class InvoicePayments
{
    private const string Allocate =
        """
        insert into payment_allocations (id, payment_id, invoice_id, amount, allocated_at) values ($1, $2, $3, $4, $5)
        """;

    private const string Settle =
        """
        update invoices i set state = 'paid', settled_at = $2
        where i.id = $1 and i.state = 'open' and i.total <=
            coalesce((select sum(a.amount) from payment_allocations a where a.invoice_id = i.id), 0)
            + coalesce((select sum(n.total) from credit_notes n where n.invoice_id = i.id and n.settlement = 'invoice'), 0)
        """;

    /// <summary>Allocates money to an invoice, and marks it paid when nothing is due any more.</summary>
    /// <returns>Whether the invoice is paid by this.</returns>
    public static async Task<bool> AllocateAsync(
        NpgsqlConnection connection, Guid paymentId, Guid invoiceId, Money amount, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Allocate, connection);
        command.Parameters.AddAll(Guid.CreateVersion7(now), paymentId, invoiceId, amount.Amount, now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);

        return await SettleAsync(connection, invoiceId, now, cancellationToken);
    }

    /// <summary>Marks an open invoice paid when nothing is due any more, and ends what followed from its being unpaid.</summary>
    public static async Task<bool> SettleAsync(NpgsqlConnection connection, Guid invoiceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Settle, connection);
        command.Parameters.AddAll(invoiceId, now.UtcDateTime);

        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;

        await Dunnings.EndAsync(connection, invoiceId, now, cancellationToken);

        return true;
    }
}
