using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Notes what became of charges, once, whether the provider answered or told later.</summary>
public sealed class PaymentOutcomes(NpgsqlDataSource database, IPaymentGateway gateway, LiveMarks marks, TimeProvider clock) : IInboxHandler
{
    /// <inheritdoc />
    public GatewayEventKind Kind => GatewayEventKind.PaymentChanged;

    /// <inheritdoc />
    public async Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken)
    {
        // Payments made on the provider's page belong to their checkout.
        if (await gateway.FindPaymentAsync(news.ObjectId, cancellationToken) is { PaymentId: { } id, State: not GatewayPaymentState.Processing } payment)
            await ApplyAsync(id, new ChargeResult(payment.Id, payment.Failure), cancellationToken);
    }

    /// <summary>Notes it; nothing is changed when it was noted before.</summary>
    internal async Task ApplyAsync(Guid paymentId, ChargeResult result, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        if (await PaymentRows.SettleAsync(connection, paymentId, result, now, cancellationToken) is not { } settled)
            return;

        if (result.Failure is { } failure)
            await Dunnings.FailedAsync(connection, new FailedPayment(paymentId, settled.OrganizationId, settled.InvoiceId, failure, settled.IsAutomatic), now, cancellationToken);
        else
            await Settlements.PayAsync(connection, new Settlement(paymentId, settled.OrganizationId, settled.InvoiceId, settled.Amount), now, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Billing);
    }
}
