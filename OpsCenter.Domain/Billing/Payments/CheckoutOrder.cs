using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>What a hosted page shall be for.</summary>
/// <param name="CheckoutId">Ours; the provider hands it back.</param>
/// <param name="Customer">The provider's id of the customer.</param>
/// <param name="Amount">What is paid, in minor units of its currency, above 0; null: nothing is paid, a card is saved.</param>
/// <param name="Description">What for, shown on the page.</param>
/// <param name="SuccessUrl">Where the person goes afterwards. Having been there proves nothing.</param>
/// <param name="CancelUrl">Where the person goes who changes their mind.</param>
/// <param name="ExpiresAt">When the page closes by itself, 30 minutes to 24 hours from now.</param>
public sealed record CheckoutOrder(
    Guid CheckoutId, string Customer, Money? Amount, string Description, Uri SuccessUrl, Uri CancelUrl, DateTimeOffset ExpiresAt);
