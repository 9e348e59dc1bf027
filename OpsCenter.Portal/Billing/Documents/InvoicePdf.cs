using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Pages;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>An invoice on paper.</summary>
internal static class InvoicePdf
{
    /// <summary>Writes it, as it stands at a moment.</summary>
    public static byte[] Write(BilledInvoice invoice)
    {
        var head = invoice.Head;
        using var sheet = DocumentPdf.Begin("Invoice", head.Number, invoice.TestMode, invoice.Seller, [
            ("Invoice number", head.Number),
            ("Date of issue", BillingWords.Day(head.IssuedAt)),
            ("For", $"{BillingWords.Days(head.PeriodStart, head.PeriodEnd)} (UTC)"),
            ("Payment", PaymentOf(invoice)),
        ]);
        DocumentPdf.Parties(sheet, invoice.Seller, invoice.Buyer);
        DocumentPdf.LineHead(sheet);

        foreach (var line in invoice.Lines)
            DocumentPdf.Line(sheet, line.Description, BillingWords.Days(line.PeriodStart, line.PeriodEnd), line.TaxPercent, line.Amount);

        DocumentPdf.Sum(sheet, "Without tax", invoice.Subtotal);

        foreach (var rate in invoice.Lines.GroupBy(line => line.TaxPercent))
        {
            var net = rate.Aggregate(Money.Zero(head.Total.Currency), (sum, line) => sum + line.Amount);
            var tax = net with { Amount = net.Amount * rate.Key / 100 };
            DocumentPdf.Sum(sheet, $"Tax {BillingWords.Percent(rate.Key)} on {MoneyFormat.Exact(net)}", tax.ToMinorUnit());
        }

        DocumentPdf.Sum(sheet, "Total", head.Total, isStrong: true);

        if (head.Credited.Amount != 0)
            DocumentPdf.Sum(sheet, "Reduced by credit notes", -head.Credited);

        if (head.Paid.Amount != 0)
            DocumentPdf.Sum(sheet, "Paid", -head.Paid);

        DocumentPdf.Sum(sheet, "Still owed", head.Due, isStrong: true);
        DocumentPdf.Note(sheet, invoice.TaxNote);

        return sheet.Finish();
    }

    private static string PaymentOf(BilledInvoice invoice) => invoice.Head.Badge switch
    {
        InvoiceBadge.Paid => invoice.SettledAt is { } at ? $"Paid on {BillingWords.Day(at)}" : "Paid",
        InvoiceBadge.Void => "Void; nothing is owed",
        InvoiceBadge.Pending or InvoiceBadge.Failed or InvoiceBadge.Draft => $"{MoneyFormat.Exact(invoice.Head.Due)} is due now",
    };
}
