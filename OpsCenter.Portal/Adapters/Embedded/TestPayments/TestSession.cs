using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A hosted page in the memory of the test gateway. While the person's bank waits for them, it remembers the card that is to be confirmed.</summary>
internal sealed record TestSession(
    string Id,
    Guid CheckoutId,
    string Customer,
    decimal? Amount,
    string Currency,
    string Description,
    Uri SuccessUrl,
    Uri CancelUrl,
    DateTimeOffset ExpiresAt,
    GatewayCheckoutState State,
    string? PaymentId,
    string? Card,
    TestCard? Confirming)
{
    /// <summary>Where the page is.</summary>
    public const string Route = "/checkout/test";

    /// <summary>Where it stands: time closes it, too.</summary>
    public GatewayCheckoutState StateAt(DateTimeOffset now) => State is GatewayCheckoutState.Open && ExpiresAt <= now ? GatewayCheckoutState.Expired : State;

    public GatewayCheckout ToCheckout(GatewayCard? card, DateTimeOffset now) => new(
        Id, CheckoutId, Customer, StateAt(now), StateAt(now) is GatewayCheckoutState.Open ? new Uri(SuccessUrl, $"{Route}/{Id}") : null, PaymentId, card);
}
