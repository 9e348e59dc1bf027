using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>How a charge ended.</summary>
/// <param name="GatewayPayment">The provider's id; null when it was never asked.</param>
/// <param name="Failure">Why it failed; null when the money came.</param>
internal sealed record ChargeResult(string? GatewayPayment, PaymentFailure? Failure);
