using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>A payment that the holder of the card disputes at their bank.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Payment">The provider's id of the payment.</param>
/// <param name="Amount">How much of it.</param>
/// <param name="Reason">The provider's word: <c>fraudulent</c>.</param>
/// <param name="State">Where it stands.</param>
public sealed record GatewayDispute(string Id, string Payment, Money Amount, string Reason, GatewayDisputeState State);
