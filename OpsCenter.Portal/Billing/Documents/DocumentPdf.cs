using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Pages;
using OpsCenter.Portal.Shell.Documents;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>What invoices and credit notes have in common on paper.</summary>
internal static class DocumentPdf
{
    private const double Days = 290;
    private const double Tax = 450;

    /// <summary>Begins one with its title and facts.</summary>
    public static PdfSheet Begin(string kind, string number, bool testMode, InvoiceParty seller, IReadOnlyList<(string Name, string Value)> facts)
    {
        var sheet = new PdfSheet($"{kind} {number}", $"{seller.Name} · {kind} {number}");

        if (testMode)
        {
            sheet.Text("Test mode, no money moves. This is not a demand for payment.", 8.5, isStrong: true);
            sheet.Space(8);
        }

        sheet.Text(kind, 20, isStrong: true);
        sheet.Space(6);

        foreach (var (name, value) in facts)
            sheet.Row(9.5, false, (PdfSheet.Left, 110, name), (PdfSheet.Left + 120, 360, value));

        sheet.Space(18);

        return sheet;
    }

    /// <summary>Seller and buyer beside each other.</summary>
    public static void Parties(PdfSheet sheet, InvoiceParty seller, InvoiceParty buyer)
    {
        sheet.Beside((PdfSheet.Left, 220, LinesOf("From", seller)), (Days, 240, LinesOf("Billed to", buyer)));
        sheet.Space(24);
    }

    /// <summary>The names of the columns.</summary>
    public static void LineHead(PdfSheet sheet)
    {
        sheet.Row(8.5, true, (PdfSheet.Left, 220, "For"), (Days, 130, "Days"), (-Tax - 20, 50, "Tax"), (-PdfSheet.Right, 90, "Amount"));
        sheet.Space(4);
        sheet.Rule();
        sheet.Space(6);
    }

    /// <summary>A line.</summary>
    public static void Line(PdfSheet sheet, string description, string days, decimal taxPercent, Money amount)
    {
        sheet.Row(
            9.5,
            false,
            (PdfSheet.Left, 220, description),
            (Days, 135, days),
            (-Tax - 20, 50, BillingWords.Percent(taxPercent)),
            (-PdfSheet.Right, 90, MoneyFormat.Exact(amount)));
        sheet.Space(4);
        sheet.Rule();
        sheet.Space(6);
    }

    /// <summary>A sum below the lines.</summary>
    public static void Sum(PdfSheet sheet, string name, Money amount, bool isStrong = false)
    {
        sheet.Row(isStrong ? 10.5 : 9.5, isStrong, (Days, 180, name), (-PdfSheet.Right, 90, MoneyFormat.Exact(amount)));
        sheet.Space(3);
    }

    /// <summary>What the law wants said; nothing when it wants nothing.</summary>
    public static void Note(PdfSheet sheet, string text)
    {
        sheet.Space(18);

        if (text.Length > 0)
            sheet.Text(text);
    }

    private static List<(string Text, bool IsStrong)> LinesOf(string name, InvoiceParty party)
    {
        var lines = new List<(string, bool)> { (name, false), (party.Name, true) };
        lines.AddRange(party.Address.Select(line => (line, false)));

        if (party.Country.Length > 0)
            lines.Add((Countries.NameOf(party.Country), false));

        if (party.TaxId.Length > 0)
            lines.Add(($"Tax id {party.TaxId}", false));

        return lines;
    }
}
