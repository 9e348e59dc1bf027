using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>A payment that waits to be charged.</summary>
internal sealed record PendingPayment(
    Guid Id, Guid OrganizationId, Guid InvoiceId, string InvoiceNumber, bool IsInvoiceOpen, Money Amount, string? Card, string? GatewayCustomer);
