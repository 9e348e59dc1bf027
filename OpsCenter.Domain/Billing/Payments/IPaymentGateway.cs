namespace OpsCenter.Domain.Billing.Payments;

/// <summary>
/// The payment provider. What is wanted is asked for with a key of our own, so that asking twice does it once; what became of it is told by
/// events, late, twice or in another order, and therefore read again from here before anything is believed.
/// </summary>
/// <remarks>Every method throws <see cref="GatewayUnavailableException"/> when the outcome is unknown, and <see cref="GatewayRefusedException"/> when the request itself is wrong.</remarks>
public interface IPaymentGateway
{
    /// <summary>How operators call it.</summary>
    string Name { get; }

    /// <summary>Name of the header in which its events are signed.</summary>
    string SignatureHeader { get; }

    /// <summary>Makes the one customer of an organisation.</summary>
    /// <param name="customer">Who it is.</param>
    /// <param name="key">Asking again with it answers the same customer.</param>
    /// <param name="cancellationToken">The outcome is unknown when it comes while the provider works.</param>
    /// <returns>The provider's id.</returns>
    Task<string> CreateCustomerAsync(GatewayCustomer customer, string key, CancellationToken cancellationToken);

    /// <summary>The cards that are saved for a customer, oldest first. Which one is the default is told with each.</summary>
    Task<IReadOnlyList<GatewayCard>> ListCardsAsync(string customer, CancellationToken cancellationToken);

    /// <summary>Makes a saved card the default one.</summary>
    /// <exception cref="GatewayRefusedException">It is not this customer's.</exception>
    Task SetDefaultCardAsync(string customer, string card, CancellationToken cancellationToken);

    /// <summary>Removes a saved card for good; the default is none afterwards when it was that one. Removing it again does nothing.</summary>
    /// <exception cref="GatewayRefusedException">It is not this customer's.</exception>
    Task RemoveCardAsync(string customer, string card, CancellationToken cancellationToken);

    /// <summary>Opens a hosted page on which a person pays or saves a card, and confirms it with their bank when that asks.</summary>
    /// <param name="order">What the page is for.</param>
    /// <param name="key">Asking again with it answers the same page.</param>
    /// <param name="cancellationToken">The outcome is unknown when it comes while the provider works.</param>
    Task<GatewayCheckout> OpenCheckoutAsync(CheckoutOrder order, string key, CancellationToken cancellationToken);

    /// <summary>A hosted page as it stands; null when there is none.</summary>
    Task<GatewayCheckout?> FindCheckoutAsync(string id, CancellationToken cancellationToken);

    /// <summary>Closes a hosted page that nobody shall complete any more; one that is completed stays so.</summary>
    Task ExpireCheckoutAsync(string id, CancellationToken cancellationToken);

    /// <summary>Charges a saved card while nobody is there to confirm anything. A card that is refused is an answer, not an exception.</summary>
    /// <param name="charge">What, and to which card.</param>
    /// <param name="key">Asking again with it answers the same payment.</param>
    /// <param name="cancellationToken">The outcome is unknown when it comes while the provider works.</param>
    Task<GatewayPayment> ChargeAsync(CardCharge charge, string key, CancellationToken cancellationToken);

    /// <summary>A payment as it stands; null when there is none.</summary>
    Task<GatewayPayment?> FindPaymentAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives money of a payment back.</summary>
    /// <param name="order">How much of which.</param>
    /// <param name="key">Asking again with it answers the same refund.</param>
    /// <param name="cancellationToken">The outcome is unknown when it comes while the provider works.</param>
    Task<GatewayRefund> RefundAsync(RefundOrder order, string key, CancellationToken cancellationToken);

    /// <summary>A refund as it stands; null when there is none.</summary>
    Task<GatewayRefund?> FindRefundAsync(string id, CancellationToken cancellationToken);

    /// <summary>A dispute as it stands; null when there is none.</summary>
    Task<GatewayDispute?> FindDisputeAsync(string id, CancellationToken cancellationToken);

    /// <summary>Whether an event comes from the provider, was signed a short time ago, and what it is about.</summary>
    /// <param name="body">The bytes as they came; any other form of them would not fit the signature.</param>
    /// <param name="signature">The header <see cref="SignatureHeader"/>; empty when it is missing.</param>
    /// <param name="now">The time of the reception.</param>
    /// <param name="cancellationToken">Nothing is verified when it comes.</param>
    /// <returns>The event; null when it is not to be believed.</returns>
    ValueTask<GatewayEvent?> VerifyAsync(ReadOnlyMemory<byte> body, string signature, DateTimeOffset now, CancellationToken cancellationToken);
}
