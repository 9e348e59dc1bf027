using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.CreditNotes;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>A credit note that is issued now.</summary>
/// <param name="Id">Identity.</param>
/// <param name="OrganizationId">The customer.</param>
/// <param name="Invoice">The invoice, locked.</param>
/// <param name="Draft">What it says.</param>
/// <param name="PaymentId">The payment that gives money back, when it does.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The subject of who issues it.</param>
internal sealed record NewCreditNote(
    Guid Id, Guid OrganizationId, BilledInvoice Invoice, CreditNoteDraft Draft, Guid? PaymentId, string Reason, string By);
