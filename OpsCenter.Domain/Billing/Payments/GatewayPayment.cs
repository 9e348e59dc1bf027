using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>A payment as the provider knows it.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="PaymentId">Ours, when it was a charge of ours; null when it was made on a hosted page.</param>
/// <param name="Customer">The provider's id of the customer.</param>
/// <param name="Card">The provider's id of the card; null when none was taken.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Failure">Why it failed; null unless it did.</param>
public sealed record GatewayPayment(
    string Id, Guid? PaymentId, string Customer, string? Card, Money Amount, GatewayPaymentState State, PaymentFailure? Failure);
