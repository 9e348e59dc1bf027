using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Pages;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>A credit note on paper.</summary>
internal static class CreditNotePdf
{
    /// <summary>Writes it.</summary>
    /// <param name="note">The credit note.</param>
    /// <param name="invoice">The invoice it is about, whose parties it has.</param>
    public static byte[] Write(CreditNoteView note, BilledInvoice invoice)
    {
        using var sheet = DocumentPdf.Begin("Credit note", note.Number, note.TestMode, invoice.Seller, [
            ("Credit note number", note.Number),
            ("Date of issue", BillingWords.Day(note.IssuedAt)),
            ("For invoice", $"{note.InvoiceNumber} of {BillingWords.Day(invoice.Head.IssuedAt)}"),
            ("Settlement", CreditNoteWords.Text(note)),
        ]);
        DocumentPdf.Parties(sheet, invoice.Seller, invoice.Buyer);
        sheet.Text($"Reason: {note.Reason}");
        sheet.Space(12);
        DocumentPdf.LineHead(sheet);

        foreach (var line in note.Lines)
            DocumentPdf.Line(sheet, line.Description, "", line.TaxPercent, line.Amount);

        DocumentPdf.Sum(sheet, "Without tax", note.Subtotal);
        DocumentPdf.Sum(sheet, "Tax", note.Tax);
        DocumentPdf.Sum(sheet, "Credited in all", note.Total, isStrong: true);
        DocumentPdf.Note(sheet, invoice.TaxNote);

        return sheet.Finish();
    }
}
