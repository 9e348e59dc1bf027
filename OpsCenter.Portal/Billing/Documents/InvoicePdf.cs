using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Pages;
using OpsCenter.Portal.Shell.Documents;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>An invoice on paper.</summary>
internal static class InvoicePdf
{
    private static readonly PdfColumn[] Columns = [new("For", 46), new("Days (UTC)", 30), new("Tax", 10, AlignsRight: true), new("Amount", 16, AlignsRight: true)];

    /// <summary>Writes it, with its payment as it stands now.</summary>
    public static byte[] Write(BilledInvoice invoice)
    {
        var head = invoice.Head;
        using var sheet = DocumentPdf.Begin("Invoice", head.Number, invoice.TestMode, invoice, [
            ("Invoice number", head.Number),
            ("Date of issue", BillingWords.Day(head.IssuedAt)),
            ("For", $"{BillingWords.Days(head.PeriodStart, head.PeriodEnd)} (UTC)"),
            ("Payment", PaymentOf(invoice)),
        ]);
        sheet.Table(Columns, invoice.Lines.Select(line => (IReadOnlyList<string>)
        [
            line.Description,
            BillingWords.Days(line.PeriodStart, line.PeriodEnd),
            BillingWords.Percent(line.TaxPercent),
            MoneyFormat.Exact(line.Amount),
        ]));
        sheet.Space(8);
        sheet.Totals(TotalsOf(invoice));

        return DocumentPdf.Finish(sheet, invoice.TaxNote);
    }

    private static IEnumerable<(string Label, string Figure, PdfTone Tone)> TotalsOf(BilledInvoice invoice)
    {
        var head = invoice.Head;
        yield return DocumentPdf.Sum("Without tax", invoice.Subtotal);

        foreach (var rate in invoice.Lines.GroupBy(line => line.TaxPercent))
        {
            var net = rate.Aggregate(Money.Zero(head.Total.Currency), (sum, line) => sum + line.Amount);
            var tax = new Money(net.Amount * rate.Key / 100, net.Currency).ToMinorUnit();
            yield return DocumentPdf.Sum($"Tax {BillingWords.Percent(rate.Key)} on {MoneyFormat.Exact(net)}", tax);
        }

        yield return DocumentPdf.Sum("Total", head.Total, PdfTone.Strong);

        if (head.Credited.Amount != 0)
            yield return DocumentPdf.Sum("Reduced by credit notes", -head.Credited);

        if (head.Paid.Amount != 0)
            yield return DocumentPdf.Sum("Paid", -head.Paid);

        yield return DocumentPdf.Sum("Still owed", head.Due, PdfTone.Strong);
    }

    private static string PaymentOf(BilledInvoice invoice) => invoice.Head.Badge switch
    {
        InvoiceBadge.Paid => invoice.SettledAt is { } at ? $"Paid on {BillingWords.Day(at)}" : "Paid",
        InvoiceBadge.Void => "Void; nothing is owed",
        InvoiceBadge.Pending or InvoiceBadge.Failed or InvoiceBadge.Draft => $"{MoneyFormat.Exact(invoice.Head.Due)} is due now",
    };
}
