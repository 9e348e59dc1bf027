using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>Money to be given back.</summary>
/// <param name="RefundId">Ours; the provider hands it back.</param>
/// <param name="Payment">The provider's id of the payment.</param>
/// <param name="Amount">How much of it, in minor units, above 0.</param>
public sealed record RefundOrder(Guid RefundId, string Payment, Money Amount);
