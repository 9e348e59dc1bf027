using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>A charge whose end was just noted.</summary>
internal sealed record SettledPayment(Guid OrganizationId, Guid InvoiceId, Money Amount, bool IsAutomatic);
