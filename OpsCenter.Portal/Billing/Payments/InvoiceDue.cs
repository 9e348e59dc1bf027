using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>What is due of an invoice.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="Number">Its number.</param>
/// <param name="Due">Total less allocated money and credit notes; 0 for one that is not open.</param>
/// <param name="IsPaymentRunning">Whether a payment of it is on its way.</param>
internal sealed record InvoiceDue(Guid InvoiceId, Guid OrganizationId, string Number, Money Due, bool IsPaymentRunning);
