using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Tests.Billing.Payments;

/// <summary>A gateway whose answers can be lost after it has done what was asked.</summary>
internal sealed class UnreliableGateway(IPaymentGateway real) : IPaymentGateway
{
    /// <summary>How many answers to charges and refunds are still lost.</summary>
    public int LostAnswers { get; set; }

    /// <summary>How often a charge was asked for.</summary>
    public int Charges { get; private set; }

    public string Name => real.Name;

    public string SignatureHeader => real.SignatureHeader;

    public Task<string> CreateCustomerAsync(GatewayCustomer customer, string key, CancellationToken cancellationToken) =>
        real.CreateCustomerAsync(customer, key, cancellationToken);

    public Task<IReadOnlyList<GatewayCard>> ListCardsAsync(string customer, CancellationToken cancellationToken) =>
        real.ListCardsAsync(customer, cancellationToken);

    public Task SetDefaultCardAsync(string customer, string card, CancellationToken cancellationToken) =>
        real.SetDefaultCardAsync(customer, card, cancellationToken);

    public Task RemoveCardAsync(string customer, string card, CancellationToken cancellationToken) => real.RemoveCardAsync(customer, card, cancellationToken);

    public Task<GatewayCheckout> OpenCheckoutAsync(CheckoutOrder order, string key, CancellationToken cancellationToken) =>
        real.OpenCheckoutAsync(order, key, cancellationToken);

    public Task<GatewayCheckout?> FindCheckoutAsync(string id, CancellationToken cancellationToken) => real.FindCheckoutAsync(id, cancellationToken);

    public Task ExpireCheckoutAsync(string id, CancellationToken cancellationToken) => real.ExpireCheckoutAsync(id, cancellationToken);

    public async Task<GatewayPayment> ChargeAsync(CardCharge charge, string key, CancellationToken cancellationToken)
    {
        Charges++;

        return Lose(await real.ChargeAsync(charge, key, cancellationToken));
    }

    public Task<GatewayPayment?> FindPaymentAsync(string id, CancellationToken cancellationToken) => real.FindPaymentAsync(id, cancellationToken);

    public async Task<GatewayRefund> RefundAsync(RefundOrder order, string key, CancellationToken cancellationToken) =>
        Lose(await real.RefundAsync(order, key, cancellationToken));

    public Task<GatewayRefund?> FindRefundAsync(string id, CancellationToken cancellationToken) => real.FindRefundAsync(id, cancellationToken);

    public Task<GatewayDispute?> FindDisputeAsync(string id, CancellationToken cancellationToken) => real.FindDisputeAsync(id, cancellationToken);

    public ValueTask<GatewayEvent?> VerifyAsync(ReadOnlyMemory<byte> body, string signature, DateTimeOffset now, CancellationToken cancellationToken) =>
        real.VerifyAsync(body, signature, now, cancellationToken);

    private T Lose<T>(T answer)
    {
        if (LostAnswers == 0)
            return answer;

        LostAnswers--;
        throw new GatewayUnavailableException("The answer was lost.");
    }
}
