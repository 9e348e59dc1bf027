using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>A refund as the provider knows it.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="RefundId">Ours; null when it was made at the provider's own desk.</param>
/// <param name="Payment">The provider's id of the payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Failure">Why it failed, in words; null unless it did.</param>
public sealed record GatewayRefund(string Id, Guid? RefundId, string Payment, Money Amount, GatewayRefundState State, string? Failure);
