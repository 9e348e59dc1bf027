using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Asks for the payment of an open invoice: a payment that waits, and a message for the outbox, in the caller's transaction.</summary>
internal static class PaymentRequests
{
    /// <summary>The kind of message that the outbox carries.</summary>
    public const string OutboxKind = "payment.charge";

    // What is allocated already and what credit notes took off need not be paid again; one try at a time.
    private const string Insert =
        """
        insert into payments (id, organization_id, invoice_id, amount, currency, attempt, automatic, state, payment_method_id, created_at)
        select $1, i.organization_id, i.id, due.amount, i.currency,
            1 + (select count(*) from payments p where p.invoice_id = i.id), $3, 'pending',
            (select m.id from payment_methods m where m.organization_id = i.organization_id and m.is_default), $4
        from invoices i
        cross join lateral (select i.total
            - coalesce((select sum(a.amount) from payment_allocations a where a.invoice_id = i.id), 0)
            - coalesce((select sum(n.total) from credit_notes n where n.invoice_id = i.id and n.settlement = 'invoice'), 0) as amount) due
        where i.id = $2 and i.state = 'open' and due.amount > 0
        on conflict do nothing
        """;

    /// <summary>Asks for it, unless nothing is due or a payment is on its way.</summary>
    /// <param name="connection">In the caller's transaction.</param>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="automatic">Whether no person asked for it.</param>
    /// <param name="now">When it is asked for.</param>
    /// <param name="cancellationToken">Nothing is asked for when it comes before the commit.</param>
    /// <returns>The payment; null when none was needed.</returns>
    public static async Task<Guid?> RequestAsync(
        NpgsqlConnection connection, Guid invoiceId, bool automatic, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(now);

        await using (var command = new NpgsqlCommand(Insert, connection))
        {
            command.Parameters.AddAll(id, invoiceId, automatic, now.UtcDateTime);

            if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
                return null;
        }

        await OutboxTable.EnqueueAsync(connection, OutboxKind, $"pay-{id}", new { payment_id = id }, now, cancellationToken);

        return id;
    }
}
