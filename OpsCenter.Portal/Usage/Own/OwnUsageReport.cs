using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Documents;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Own.Pages;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>A customer's usage as a document.</summary>
internal static class OwnUsageReport
{
    /// <summary>The finished file.</summary>
    /// <param name="usage">The usage with its whole breakdown.</param>
    /// <param name="customer">The customer's name.</param>
    public static byte[] Of(OwnUsage usage, string customer)
    {
        using var sheet = new PdfSheet($"Usage of {customer}, {OwnWords.Days(usage.Span)}", $"Usage of {customer}, as of {TimeFormat.Utc(usage.ReadAt)}");
        sheet.Line("Usage report", 18, PdfTone.Strong);
        sheet.Space(6);
        sheet.Blocks(
            [("Customer", PdfTone.Muted), (customer, PdfTone.Strong)],
            [("Period (UTC)", PdfTone.Muted), (OwnWords.Days(usage.Span), PdfTone.Strong)],
            [("Plan", PdfTone.Muted), (usage.Plan?.Name ?? "None: nobody is billed for it", PdfTone.Strong)]);
        sheet.Space(18);
        WriteLimits(sheet, usage);

        foreach (var figures in usage.Currencies)
            WriteFigures(sheet, usage, figures);

        if (usage.Currencies.IsEmpty)
            sheet.Line("No job was run in this period.", tone: PdfTone.Muted);

        return sheet.Build();
    }

    private static void WriteLimits(PdfSheet sheet, OwnUsage usage)
    {
        if (usage is not { Billing: { } period, Plan: { } plan })
            return;

        sheet.Line("Included usage and limits", 12, PdfTone.Strong);
        sheet.Space(8);
        sheet.Table(
            [new("What", 5), new("Used", 3, AlignsRight: true), new("Limit", 3, AlignsRight: true), new("Used %", 2, AlignsRight: true)],
            [
                ["Included usage", MoneyFormat.Rounded(period.Used), MoneyFormat.Rounded(period.Included), PartOf(period.Used, period.Included)],
                .. MeterLines.Of(period, plan, usage.ReadAt).Select(line => (IReadOnlyList<string>)
                [
                    $"{OwnWords.Meter(line.Meter)} ({line.Meter})",
                    OwnWords.Count(line.Used),
                    line.Threshold is { } threshold ? OwnWords.Count(threshold) : "none",
                    line.Percent is { } percent ? OwnWords.Percent(Math.Floor(percent)) : "",
                ]),
            ]);
        sheet.Space(8);
        sheet.Totals(
        [
            ("Covered by included usage and promotions", MoneyFormat.Rounded(period.UsedCovered), PdfTone.Normal),
            ("Overage", MoneyFormat.Rounded(period.Used - period.UsedCovered), PdfTone.Strong),
        ]);
        sheet.Space(6);
        sheet.Paragraph(
            plan.LimitsStop ? "At the first limit that is reached, new jobs stop." : "These limits only warn: usage beyond what is included is charged as overage.",
            tone: PdfTone.Muted);
        sheet.Space(18);
    }

    private static void WriteFigures(PdfSheet sheet, OwnUsage usage, OwnCurrency figures)
    {
        var isTool = usage.Dimension is OwnDimension.Tool;
        sheet.Line($"By {OwnWords.Text(usage.Dimension).ToLowerInvariant()}, {figures.Currency}", 12, PdfTone.Strong);
        sheet.Space(8);
        PdfColumn[] columns = isTool
            ? [new("Tool", 5), new("Uses", 2, AlignsRight: true), new("Units", 2, AlignsRight: true), new("Spend", 2.5, AlignsRight: true)]
            : [
                new(OwnWords.Text(usage.Dimension), 5), new("Jobs", 2, AlignsRight: true), new("Tokens in", 2.5, AlignsRight: true),
                new("Tokens out", 2.5, AlignsRight: true), new("Spend", 2.5, AlignsRight: true),
            ];
        sheet.Table(columns, figures.Shares.Select(share => Cells(OwnWords.Name(usage.Dimension, share.Name), share.Figures, isTool)));
        sheet.Space(8);
        sheet.Totals([(isTool ? "Spend on tools" : "Spend", MoneyFormat.Exact(figures.Total.Spend), PdfTone.Strong)]);
        sheet.Space(6);
        sheet.Paragraph(
            "Spend is what the jobs cost at the rate card's prices, net of corrections, before included usage. Invoices say what is billed.", tone: PdfTone.Muted);
        sheet.Space(18);
    }

    private static IReadOnlyList<string> Cells(string name, OwnFigures figures, bool isTool) => isTool
        ? [name, OwnWords.Count(figures.Jobs), OwnWords.Count(figures.Units), MoneyFormat.Rounded(figures.Spend)]
        :
        [
            name, OwnWords.Count(figures.Jobs), OwnWords.Count(figures.InputTokens), OwnWords.Count(figures.OutputTokens),
            MoneyFormat.Rounded(figures.Spend),
        ];

    private static string PartOf(Money part, Money whole) => whole.Amount <= 0m ? "" : OwnWords.Percent(Math.Floor(part.Amount * 100m / whole.Amount));
}
