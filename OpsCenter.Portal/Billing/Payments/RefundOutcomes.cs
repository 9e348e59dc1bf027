using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Notes what became of refunds, once, whether the provider answered or told later.</summary>
public sealed class RefundOutcomes(NpgsqlDataSource database, IPaymentGateway gateway, LiveMarks marks, TimeProvider clock) : IInboxHandler
{
    private const string Settle =
        """
        update refunds set state = $2, gateway_refund = nullif($3, ''), failure = nullif($4, ''), settled_at = $5
        where id = $1 and state = 'pending' returning payment_id
        """;

    /// <inheritdoc />
    public GatewayEventKind Kind => GatewayEventKind.RefundChanged;

    /// <inheritdoc />
    public async Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken)
    {
        if (await gateway.FindRefundAsync(news.ObjectId, cancellationToken) is { RefundId: { } id } refund)
            await ApplyAsync(id, refund, cancellationToken);
    }

    /// <summary>Notes it; nothing is changed when it was noted before, or nothing is known yet.</summary>
    internal async Task ApplyAsync(Guid refundId, GatewayRefund refund, CancellationToken cancellationToken)
    {
        if (refund.State is GatewayRefundState.Pending)
            return;

        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Settle, connection);
        command.Parameters.AddAll(refundId, EnumText<GatewayRefundState>.Of(refund.State), refund.Id, refund.Failure ?? "", now.UtcDateTime);

        if (await command.ExecuteScalarAsync(cancellationToken) is not Guid paymentId)
            return;

        await TakenBack.ApplyAsync(connection, paymentId, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Billing);
    }
}
