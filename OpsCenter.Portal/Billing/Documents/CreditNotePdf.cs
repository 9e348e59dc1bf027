using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Pages;
using OpsCenter.Portal.Shell.Documents;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>A credit note on paper.</summary>
internal static class CreditNotePdf
{
    private static readonly PdfColumn[] Columns = [new("Taken back", 66), new("Tax", 14, AlignsRight: true), new("Amount", 20, AlignsRight: true)];

    /// <summary>Writes it.</summary>
    /// <param name="note">The credit note.</param>
    /// <param name="invoice">The invoice it is about, whose parties it has.</param>
    public static byte[] Write(CreditNoteView note, BilledInvoice invoice)
    {
        using var sheet = DocumentPdf.Begin("Credit note", note.Number, note.TestMode, invoice, [
            ("Credit note number", note.Number),
            ("Date of issue", BillingWords.Day(note.IssuedAt)),
            ("For invoice", $"{note.InvoiceNumber} of {BillingWords.Day(invoice.Head.IssuedAt)}"),
            ("Settlement", CreditNoteWords.Text(note)),
            ("Reason", note.Reason),
        ]);
        sheet.Table(Columns, note.Lines.Select(line => (IReadOnlyList<string>)
            [line.Description, BillingWords.Percent(line.TaxPercent), MoneyFormat.Exact(line.Amount)]));
        sheet.Space(8);
        sheet.Totals([
            DocumentPdf.Sum("Without tax", note.Subtotal),
            DocumentPdf.Sum("Tax", note.Tax),
            DocumentPdf.Sum("Credited in all", note.Total, PdfTone.Strong),
        ]);

        return DocumentPdf.Finish(sheet, invoice.TaxNote);
    }
}
