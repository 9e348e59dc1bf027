using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Asks the payment provider to give money back; the key makes that once.</summary>
public sealed class RefundPayment(NpgsqlDataSource database, IPaymentGateway gateway, RefundOutcomes outcomes) : IOutboxHandler
{
    private const string Select =
        """
        select r.amount, p.currency, p.gateway_payment from refunds r join payments p on p.id = r.payment_id where r.id = $1 and r.state = 'pending'
        """;

    /// <inheritdoc />
    public string Kind => Refunds.OutboxKind;

    /// <inheritdoc />
    public async Task HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var id = payload.GetProperty("refund_id").GetGuid();

        if (await OrderAsync(id, cancellationToken) is not { } order)
            return;

        try
        {
            await outcomes.ApplyAsync(id, await gateway.RefundAsync(order, $"refund-{id}-v1", cancellationToken), cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            // Asking again would not help: operators see it and settle it another way.
            await outcomes.ApplyAsync(
                id, new GatewayRefund("", id, order.Payment, order.Amount, GatewayRefundState.Failed, refused.Message), cancellationToken);
        }
    }

    private async Task<RefundOrder?> OrderAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new RefundOrder(id, reader.GetString(2), new Money(reader.GetDecimal(0), Currency.Of(reader.GetString(1))))
            : null;
    }
}
