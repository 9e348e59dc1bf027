using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>A charge to a saved card.</summary>
/// <param name="PaymentId">Ours; the provider hands it back.</param>
/// <param name="Customer">The provider's id of the customer.</param>
/// <param name="Card">The provider's id of the card.</param>
/// <param name="Amount">In minor units of its currency, above 0.</param>
/// <param name="Description">What for, for the statement.</param>
public sealed record CardCharge(Guid PaymentId, string Customer, string Card, Money Amount, string Description);
