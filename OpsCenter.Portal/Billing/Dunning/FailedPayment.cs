using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Billing.Dunning;

/// <summary>A payment of an invoice that failed.</summary>
internal sealed record FailedPayment(Guid PaymentId, Guid OrganizationId, Guid InvoiceId, PaymentFailure Failure, bool IsAutomatic);
