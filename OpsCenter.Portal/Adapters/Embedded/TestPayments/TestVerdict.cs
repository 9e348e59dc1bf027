using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>What the bank of a test card says.</summary>
/// <param name="Authenticate">Whether the person has to confirm first.</param>
/// <param name="Failure">Why it refuses, after the confirmation if it wants one; null when it does not.</param>
internal sealed record TestVerdict(bool Authenticate, PaymentFailure? Failure);
