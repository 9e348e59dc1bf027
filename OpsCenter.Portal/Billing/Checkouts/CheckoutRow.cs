using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>A checkout as it is stored.</summary>
internal sealed record CheckoutRow(Guid Id, Guid OrganizationId, CheckoutPurpose Purpose, CheckoutDetails Details, Money Amount, CheckoutState State);
