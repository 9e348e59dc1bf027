namespace OpsCenter.Domain.Billing.Payments;

/// <summary>A hosted page as the provider knows it.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="CheckoutId">Ours.</param>
/// <param name="Customer">The provider's id of the customer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Url">Where to send the person; null once it is not open.</param>
/// <param name="PaymentId">The payment that was made on it; null when none was, or none was asked for.</param>
/// <param name="Card">The card that was saved or paid with; null before the end.</param>
public sealed record GatewayCheckout(
    string Id, Guid CheckoutId, string Customer, GatewayCheckoutState State, Uri? Url, string? PaymentId, GatewayCard? Card);
