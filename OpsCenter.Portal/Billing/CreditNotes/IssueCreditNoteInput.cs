using OpsCenter.Domain.Billing.CreditNotes;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>A credit note to issue.</summary>
/// <param name="Id">Made by the caller before the first try: the same one is never issued twice.</param>
/// <param name="OrganizationId">The customer.</param>
/// <param name="InvoiceId">Of which invoice.</param>
/// <param name="Amounts">By the invoice's line: how much of it, without tax; null: all that is left.</param>
/// <param name="Settlement">What becomes of the money.</param>
/// <param name="Reason">Why; printed on it.</param>
public sealed record IssueCreditNoteInput(
    Guid Id, Guid OrganizationId, Guid InvoiceId, IReadOnlyDictionary<int, decimal>? Amounts, CreditSettlement Settlement, string Reason)
{
    /// <summary>Most characters of a reason.</summary>
    public const int MaxReason = 300;
}
