using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>What a checkout will be, or why there will be none.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Details">What happens when it is completed.</param>
/// <param name="Amount">What is paid, tax included; 0 when only a card is saved.</param>
/// <param name="Description">For the payment provider's page.</param>
/// <param name="Refusal">Why it cannot be; null when it can.</param>
internal sealed record CheckoutPlan(CheckoutPurpose Purpose, CheckoutDetails Details, Money Amount, string Description, string? Refusal = null)
{
    public static CheckoutPlan Refused(string reason) => new(default, new CheckoutDetails(), default, "", reason);
}
