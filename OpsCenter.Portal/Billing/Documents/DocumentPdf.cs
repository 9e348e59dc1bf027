using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Documents;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>What invoices and credit notes have in common on paper.</summary>
internal static class DocumentPdf
{
    private const double TitleSize = 20;

    /// <summary>Begins one: its title, what is to be known about it, who sells and who buys.</summary>
    public static PdfSheet Begin(string kind, string number, bool testMode, BilledInvoice invoice, IReadOnlyList<(string Name, string Value)> facts)
    {
        var sheet = new PdfSheet($"{kind} {number}", $"{invoice.Seller.Name} · {kind} {number}{(testMode ? " · Test mode, no money moves" : "")}");

        if (testMode)
        {
            sheet.Line("Test mode, no money moves. This document asks for nothing.", tone: PdfTone.Strong);
            sheet.Space(10);
        }

        sheet.Space(10);
        sheet.Line(kind, TitleSize, PdfTone.Strong);
        sheet.Space(4);
        sheet.Blocks(
            [.. facts.Select(fact => (fact.Name, PdfTone.Muted))],
            [.. facts.Select(fact => (fact.Value, PdfTone.Normal))]);
        sheet.Space(18);
        sheet.Blocks(LinesOf("From", invoice.Seller), LinesOf("Billed to", invoice.Buyer));
        sheet.Space(22);

        return sheet;
    }

    /// <summary>A sum below the lines.</summary>
    public static (string Label, string Figure, PdfTone Tone) Sum(string label, Money amount, PdfTone tone = PdfTone.Normal) =>
        (label, MoneyFormat.Exact(amount), tone);

    /// <summary>The file, after what the law wants said.</summary>
    public static byte[] Finish(PdfSheet sheet, string taxNote)
    {
        if (taxNote.Length > 0)
        {
            sheet.Space(18);
            sheet.Paragraph(taxNote);
        }

        return sheet.Build();
    }

    private static List<(string Text, PdfTone Tone)> LinesOf(string name, InvoiceParty party)
    {
        var lines = new List<(string, PdfTone)> { (name, PdfTone.Muted), (party.Name, PdfTone.Strong) };
        lines.AddRange(party.Address.Select(line => (line, PdfTone.Normal)));

        if (party.Country.Length > 0)
            lines.Add((Countries.NameOf(party.Country), PdfTone.Normal));

        if (party.TaxId.Length > 0)
            lines.Add(($"Tax id {party.TaxId}", PdfTone.Normal));

        return lines;
    }
}
