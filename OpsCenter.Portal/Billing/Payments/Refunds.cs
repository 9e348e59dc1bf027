using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Asks for money to be given back, in the caller's transaction.</summary>
internal static class Refunds
{
    /// <summary>The kind of message that the outbox carries.</summary>
    public const string OutboxKind = "payment.refund";

    // Never more than came in and was not given back yet.
    private const string Insert =
        """
        insert into refunds (id, payment_id, credit_note_id, amount, state, reason, created_at, created_by)
        select $1, p.id, $3, $4, 'pending', $5, $6, $7 from payments p
        where p.id = $2 and p.state = 'succeeded'
            and $4 <= p.amount - coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id and r.state <> 'failed'), 0)
        on conflict (credit_note_id) do nothing
        """;

    /// <summary>Asks for it. The caller has locked the payment or is the only one who knows it.</summary>
    /// <returns>The refund; null when not so much is left of the payment, or the credit note has one already.</returns>
    public static async Task<Guid?> RequestAsync(NpgsqlConnection connection, RefundRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(now);

        await using (var command = new NpgsqlCommand(Insert, connection))
        {
            command.Parameters.AddAll(id, request.PaymentId);
            command.Parameters.Add(new NpgsqlParameter { Value = request.CreditNoteId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
            command.Parameters.AddAll(request.Amount.Amount, request.Reason, now.UtcDateTime, request.By);

            if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
                return null;
        }

        await OutboxTable.EnqueueAsync(connection, OutboxKind, $"refund-{id}", new { refund_id = id }, now, cancellationToken);

        return id;
    }
}
