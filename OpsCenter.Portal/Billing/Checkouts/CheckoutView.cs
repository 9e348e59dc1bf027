using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>A checkout as the person who comes back sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Outcome">Why it was refused; empty when it was not.</param>
/// <param name="Amount">What it asked for.</param>
public sealed record CheckoutView(Guid Id, CheckoutPurpose Purpose, CheckoutState State, string Outcome, Money Amount);
