using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Payments as rows.</summary>
internal static class PaymentRows
{
    // The card is fixed before the first call, for the same key must always ask the same question.
    private const string Fix =
        """
        update payments p set payment_method_id = coalesce(p.payment_method_id,
            (select m.id from payment_methods m where m.organization_id = p.organization_id and m.is_default))
        from invoices i left join billing_accounts b on b.organization_id = i.organization_id
        where p.id = $1 and p.state = 'pending' and i.id = p.invoice_id
        returning p.organization_id, i.id, i.number, i.state = 'open', p.amount, p.currency, p.payment_method_id, b.gateway_customer
        """;

    private const string Settle =
        """
        update payments set state = $2, failure_code = nullif($3, ''), failure_message = nullif($4, ''), gateway_payment = coalesce(nullif($5, ''), gateway_payment),
            settled_at = $6
        where id = $1 and state in ('pending', 'action_required')
        returning organization_id, invoice_id, amount, currency, automatic
        """;

    /// <summary>The payment, with the card that it is charged to from now on; null when it does not wait any more.</summary>
    public static async Task<PendingPayment?> TakeAsync(NpgsqlDataSource database, Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Fix);
        command.Parameters.AddAll(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new PendingPayment(
                id,
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetString(2),
                reader.GetBoolean(3),
                new Money(reader.GetDecimal(4), Currency.Of(reader.GetString(5))),
                reader.IsDBNull(6) ? null : reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7))
            : null;
    }

    /// <summary>Notes how it ended; null when that was noted before.</summary>
    public static async Task<SettledPayment?> SettleAsync(
        NpgsqlConnection connection, Guid id, ChargeResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Settle, connection);
        command.Parameters.AddAll(
            id, result.Failure is null ? "succeeded" : "failed", result.Failure?.Code ?? "", result.Failure?.Message ?? "", result.GatewayPayment ?? "",
            now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new SettledPayment(
                reader.GetGuid(0), reader.GetGuid(1), new Money(reader.GetDecimal(2), Currency.Of(reader.GetString(3))), reader.GetBoolean(4))
            : null;
    }
}
