using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>
/// Charges what the outbox keeps. The key is that of the payment, so that a crash after the provider's answer and before ours charges once.
/// </summary>
public sealed class ChargePayment(NpgsqlDataSource database, IPaymentGateway gateway, PaymentOutcomes outcomes) : IOutboxHandler
{
    /// <inheritdoc />
    public string Kind => PaymentRequests.OutboxKind;

    /// <inheritdoc />
    public async Task HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var id = payload.GetProperty("payment_id").GetGuid();

        if (await PaymentRows.TakeAsync(database, id, cancellationToken) is { } payment && await ChargeAsync(payment, cancellationToken) is { } result)
            await outcomes.ApplyAsync(id, result, cancellationToken);
    }

    private async Task<ChargeResult?> ChargeAsync(PendingPayment payment, CancellationToken cancellationToken)
    {
        if (!payment.IsInvoiceOpen)
            return new ChargeResult(null, new PaymentFailure("not_needed", "The invoice was settled before it was charged."));

        if (payment is not { Card: { } card, GatewayCustomer: { } customer })
            return new ChargeResult(null, new PaymentFailure(PaymentFailure.NoCard, "There is no card to charge."));

        try
        {
            var made = await gateway.ChargeAsync(
                new CardCharge(payment.Id, customer, card, payment.Amount, $"Invoice {payment.InvoiceNumber}"), $"pay-{payment.Id}-v1", cancellationToken);

            // While the provider does not know either, an event will tell.
            return made.State is GatewayPaymentState.Processing ? null : new ChargeResult(made.Id, made.Failure);
        }
        catch (GatewayRefusedException refused) when (refused.Code is "resource_missing")
        {
            return new ChargeResult(null, new PaymentFailure("card_removed", "The card is not saved any more."));
        }
    }
}
