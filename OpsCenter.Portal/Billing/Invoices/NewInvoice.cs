using OpsCenter.Domain.Billing;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>A draft that is issued now.</summary>
/// <param name="Draft">What it says.</param>
/// <param name="OrganizationId">Who pays.</param>
/// <param name="SubscriptionId">For which subscription.</param>
/// <param name="BillingPeriodId">About which period; null for the first one.</param>
internal sealed record NewInvoice(InvoiceDraft Draft, Guid OrganizationId, Guid SubscriptionId, Guid? BillingPeriodId);
