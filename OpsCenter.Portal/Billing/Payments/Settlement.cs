using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Money that came in for an invoice.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrganizationId">Whose.</param>
/// <param name="InvoiceId">What it pays.</param>
/// <param name="Amount">How much came.</param>
internal sealed record Settlement(Guid PaymentId, Guid OrganizationId, Guid InvoiceId, Money Amount);
