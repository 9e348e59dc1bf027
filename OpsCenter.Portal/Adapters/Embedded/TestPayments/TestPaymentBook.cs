using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Payments, refunds and disputes of the test gateway.</summary>
internal static class TestPaymentBook
{
    /// <summary>Keeps a payment and tells of it; one made with a card that disputes is disputed at once.</summary>
    public static async Task AddAsync(TestMemory memory, TestPayment payment, TestCard card, CancellationToken cancellationToken)
    {
        await memory.PutAsync(payment.Id, payment.Customer, payment, cancellationToken);
        await memory.TellAsync(TestEventTypes.PaymentChanged, payment.Id, cancellationToken);

        if (card.Behaviour is TestCardBehaviour.Disputes)
        {
            var dispute = new TestDispute(memory.NewId("dp"), payment.Id, payment.Amount, payment.Currency, GatewayDisputeState.Open);
            await memory.PutAsync(dispute.Id, payment.Customer, dispute, cancellationToken);
            await memory.TellAsync(TestEventTypes.DisputeChanged, dispute.Id, cancellationToken);
        }
    }

    /// <summary>Gives back what is left to give back.</summary>
    public static async Task<TestRefund> RefundAsync(TestMemory memory, RefundOrder order, CancellationToken cancellationToken)
    {
        if (await memory.LockAsync<TestPayment>(order.Payment, cancellationToken) is not { Failure: null } payment)
            throw new GatewayRefusedException("resource_missing", $"There is no payment {order.Payment} to give back.");

        if (order.Amount.Currency.Code != payment.Currency || order.Amount.Amount <= 0 || payment.Refunded + order.Amount.Amount > payment.Amount)
            throw new GatewayRefusedException("amount_too_large", $"Not so much is left of payment {order.Payment}.");

        var refund = new TestRefund(memory.NewId("re"), order.RefundId, payment.Id, order.Amount.Amount, payment.Currency);
        await memory.PutAsync(payment.Id, payment.Customer, payment with { Refunded = payment.Refunded + refund.Amount }, cancellationToken);
        await memory.PutAsync(refund.Id, payment.Customer, refund, cancellationToken);
        await memory.TellAsync(TestEventTypes.RefundChanged, refund.Id, cancellationToken);

        return refund;
    }

    /// <summary>Decides a dispute; the bank does that weeks later.</summary>
    public static async Task DecideAsync(TestMemory memory, string disputeId, GatewayDisputeState state, CancellationToken cancellationToken)
    {
        var dispute = await memory.LockAsync<TestDispute>(disputeId, cancellationToken)
            ?? throw new GatewayRefusedException("resource_missing", $"There is no dispute {disputeId}.");
        var payment = await memory.LockAsync<TestPayment>(dispute.Payment, cancellationToken);
        await memory.PutAsync(dispute.Id, payment?.Customer, dispute with { State = state }, cancellationToken);
        await memory.TellAsync(TestEventTypes.DisputeChanged, dispute.Id, cancellationToken);
    }
}
