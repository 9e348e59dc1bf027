using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Money that shall be given back.</summary>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="Amount">How much, above 0.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="CreditNoteId">The credit note it belongs to; null when it is for none.</param>
/// <param name="By">Who wants it.</param>
internal sealed record RefundRequest(Guid PaymentId, Money Amount, string Reason, Guid? CreditNoteId, string By);
