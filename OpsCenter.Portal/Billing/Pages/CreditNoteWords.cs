using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Portal.Billing.CreditNotes;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Credit notes in words.</summary>
public static class CreditNoteWords
{
    /// <summary>What became of the money.</summary>
    public static string Text(CreditNoteView note) => (note.Settlement, note.RefundState) switch
    {
        (CreditSettlement.Invoice, _) => "Reduced what is owed on the invoice.",
        (CreditSettlement.Balance, _) => "Carried to the next invoice.",
        (CreditSettlement.Refund, "succeeded") => "Refunded to the card.",
        (CreditSettlement.Refund, "failed") => "The refund failed; we look into it.",
        (CreditSettlement.Refund, _) => "The refund to the card is under way.",
        _ => throw new InvalidOperationException($"No words for {note.Settlement}."),
    };

    public static string Text(CreditSettlement settlement) => settlement switch
    {
        CreditSettlement.Invoice => "Reduce this invoice",
        CreditSettlement.Refund => "Refund to the card",
        CreditSettlement.Balance => "Carry to the next invoice",
    };

    /// <summary>What happens, before it does.</summary>
    public static string Effect(CreditNoteDraft draft) => draft switch
    {
        { VoidsInvoice: true } => $"The invoice becomes void: nobody owes its {draft.Total} any more.",
        { Settlement: CreditSettlement.Invoice } => $"The customer owes {draft.Total} less.",
        { Settlement: CreditSettlement.Refund } => $"{draft.Total} goes back to the card that paid.",
        { Settlement: CreditSettlement.Balance } => $"The next invoice starts with {draft.Subtotal} in the customer's favour; its tax follows.",
        _ => throw new InvalidOperationException($"No words for {draft.Settlement}."),
    };
}
