using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Money that went back no longer pays what it paid: allocations beyond what is left of a payment are taken back.</summary>
internal static class TakenBack
{
    private const string Insert =
        """
        insert into payment_allocations (id, payment_id, invoice_id, amount, allocated_at)
        select $2, p.id, most.invoice_id, p.amount - gone.amount - all_of.amount, $3
        from payments p
        cross join lateral (
            select coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id and r.state = 'succeeded'), 0)
                + coalesce((select sum(d.amount) from disputes d where d.payment_id = p.id and d.state = 'lost'), 0) as amount) gone
        cross join lateral (select sum(a.amount) as amount from payment_allocations a where a.payment_id = p.id) all_of
        cross join lateral (
            select a.invoice_id from payment_allocations a where a.payment_id = p.id group by a.invoice_id order by sum(a.amount) desc limit 1) most
        where p.id = $1 and all_of.amount > p.amount - gone.amount
        returning invoice_id
        """;

    /// <summary>Takes back what a refund or a lost dispute took away, in the caller's transaction.</summary>
    /// <returns>The invoice that is paid by less than before; null when none is.</returns>
    public static async Task<Guid?> ApplyAsync(NpgsqlConnection connection, Guid paymentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var queue = new NpgsqlCommand("select 1 from payments where id = $1 for update", connection))
        {
            queue.Parameters.AddAll(paymentId);
            await queue.ExecuteScalarAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(paymentId, Guid.CreateVersion7(now), now.UtcDateTime);

        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }
}
