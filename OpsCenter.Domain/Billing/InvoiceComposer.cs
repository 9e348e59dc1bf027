using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing;

/// <summary>
/// Draws up invoices: one line a meter group, each rounded once; amounts that are too small to charge, or that are in the customer's favour,
/// are carried to the next invoice before tax.
/// </summary>
/// <param name="currency">Currency of the invoice.</param>
/// <param name="tax">The tax it bears.</param>
/// <param name="minimum">Smallest total that is charged, in whole units.</param>
public sealed class InvoiceComposer(Currency currency, TaxDecision tax, decimal minimum)
{
    /// <summary>The first invoice of a subscription.</summary>
    public InvoiceDraft First(PlanFee fee) => Draft(InvoiceKind.First, fee.From, fee.To, [FeeLine(fee)]);

    /// <summary>The invoice of a change within a period.</summary>
    /// <param name="description">Both plans and the days, in words.</param>
    /// <param name="from">When it changes.</param>
    /// <param name="to">When the paid span ends.</param>
    /// <param name="difference">What the days that are left cost more.</param>
    public InvoiceDraft Upgrade(string description, DateTimeOffset from, DateTimeOffset to, Money difference) =>
        Draft(InvoiceKind.Upgrade, from, to, [new InvoiceLine(InvoiceLineKind.Proration, description, from, to, difference, tax.Percent)]);

    /// <summary>A part of a running period's usage in advance; whole minor units, so that nothing is rounded.</summary>
    public InvoiceDraft Interim(PeriodFigures period, DateTimeOffset now)
    {
        var unbilled = period.Unbilled.ToMinorUnit();

        return Draft(InvoiceKind.Interim, period.StartsAt, now, [
            new InvoiceLine(InvoiceLineKind.Usage, "Usage so far, beyond what is included", period.StartsAt, now, unbilled, tax.Percent),
        ]);
    }

    /// <summary>The invoice of a period that is over.</summary>
    /// <param name="period">What was posted into it.</param>
    /// <param name="next">The plan fee of the time after it; null when none is due.</param>
    /// <param name="carried">What the invoice before it carried over.</param>
    public InvoiceDraft Period(PeriodFigures period, PlanFee? next, Money carried)
    {
        var lines = new List<InvoiceLine>
        {
            UsageLine(InvoiceLineKind.Llm, "Model usage", period.LlmFee),
            UsageLine(InvoiceLineKind.Agent, "Agent usage", period.AgentFee),
            UsageLine(InvoiceLineKind.Tools, "Tool usage", period.ToolsFee),
            UsageLine(InvoiceLineKind.Included, "Included usage", -period.Covered),
            UsageLine(InvoiceLineKind.Credit, "Credits", -period.Credited),
            UsageLine(InvoiceLineKind.Invoiced, "Billed by interim invoices", -period.Invoiced),
        };

        if (next is not null)
            lines.Add(FeeLine(next));

        lines.Add(UsageLine(InvoiceLineKind.CarriedIn, "Carried over from the invoice before", carried));

        return CarryOver(Draft(InvoiceKind.Period, period.StartsAt, period.EndsAt, lines));

        InvoiceLine UsageLine(InvoiceLineKind kind, string description, Money exact) =>
            new(kind, description, period.StartsAt, period.EndsAt, exact, tax.Percent);
    }

    private InvoiceLine FeeLine(PlanFee fee) =>
        new(InvoiceLineKind.PlanFee, $"{fee.PlanName} plan", fee.From, fee.To, fee.Price, tax.Percent);

    private InvoiceDraft Draft(InvoiceKind kind, DateTimeOffset from, DateTimeOffset to, IEnumerable<InvoiceLine> lines) =>
        new(kind, from, to, [.. lines.Where(line => line.Exact.Amount != 0)], tax, currency);

    private InvoiceDraft CarryOver(InvoiceDraft draft)
    {
        if (draft.IsEmpty || draft.Subtotal.Amount == 0 || draft.Total.Amount >= minimum)
            return draft;

        var words = draft.Subtotal.IsNegative ? "In your favour, carried to the next invoice" : "Too small to charge, carried to the next invoice";
        var line = new InvoiceLine(InvoiceLineKind.CarriedOut, words, draft.PeriodStart, draft.PeriodEnd, -draft.Subtotal, tax.Percent);

        return draft with { Lines = draft.Lines.Add(line) };
    }
}
