using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.CreditNotes;

/// <summary>What may be taken back of an invoice: never more of a line than is left of it, and never more than the settlement can bear.</summary>
public static class CreditNoteRule
{
    /// <summary>A credit note over all that is left.</summary>
    public static (CreditNoteDraft? Draft, string? Problem) Whole(CreditBasis basis, CreditSettlement settlement)
    {
        var lines = basis.Invoice.Lines
            .Select(line => new CreditNoteLine(line.Position, line.Description, basis.LeftOf(line), line.TaxPercent))
            .Where(line => line.Amount.Amount != 0);

        return Draft(basis, [.. lines], settlement, isWhole: true);
    }

    /// <summary>A credit note over parts of lines.</summary>
    /// <param name="basis">The invoice and what was taken back before.</param>
    /// <param name="amounts">By position: how much of the line, without tax, above 0.</param>
    /// <param name="settlement">What becomes of the money.</param>
    public static (CreditNoteDraft? Draft, string? Problem) Part(
        CreditBasis basis, IReadOnlyDictionary<int, decimal> amounts, CreditSettlement settlement)
    {
        var lines = new List<CreditNoteLine>();

        foreach (var (position, amount) in amounts.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key))
        {
            if (basis.Invoice.Lines.FirstOrDefault(l => l.Position == position) is not { } line)
                return (null, "The invoice has no such line.");

            var wanted = line.Amount with { Amount = amount };

            if (wanted.IsNegative || wanted.ToMinorUnit() != wanted)
                return (null, $"{line.Description}: enter an amount above 0 in whole cents.");

            if (wanted > basis.LeftOf(line))
                return (null, $"{line.Description}: no more than {basis.LeftOf(line)} is left of this line.");

            lines.Add(new CreditNoteLine(position, line.Description, wanted, line.TaxPercent));
        }

        return Draft(basis, [.. lines], settlement, isWhole: false);
    }

    private static (CreditNoteDraft? Draft, string? Problem) Draft(
        CreditBasis basis, ImmutableArray<CreditNoteLine> lines, CreditSettlement settlement, bool isWhole)
    {
        var currency = basis.Invoice.Head.Total.Currency;
        var subtotal = lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Amount);
        var taxLeft = basis.Invoice.Tax - basis.CreditedTax;
        var tax = isWhole ? taxLeft : Smaller(TaxOf(lines, currency), taxLeft);
        var nothingBefore = basis.CreditedTotal.Amount == 0 && basis.Invoice.Head.Paid.Amount == 0;
        var voids = settlement is CreditSettlement.Invoice && nothingBefore && subtotal + tax == basis.Invoice.Head.Total;
        var draft = new CreditNoteDraft(lines, subtotal, tax, settlement, voids);

        return Problem(basis, draft) is { } problem ? (null, problem) : (draft, null);
    }

    private static string? Problem(CreditBasis basis, CreditNoteDraft draft)
    {
        if (!basis.Settlements.Contains(draft.Settlement))
            return Closed(draft.Settlement);

        if (draft.Total.Amount <= 0)
            return "Take back an amount above 0.";

        var most = draft.Settlement switch
        {
            CreditSettlement.Invoice => basis.Invoice.Head.Due,
            CreditSettlement.Refund => Smaller(basis.Refundable, basis.Left),
            CreditSettlement.Balance => basis.Left,
        };

        if (Limit.IsPassed(draft.Total, most))
            return $"With tax this is {draft.Total}; no more than {most} is possible.";

        return draft.Settlement is CreditSettlement.Invoice && basis.IsPaymentUnderWay
            ? "A payment of this invoice is under way. Wait until it has succeeded or failed."
            : null;
    }

    private static string Closed(CreditSettlement settlement) => settlement switch
    {
        CreditSettlement.Invoice => "Nothing is owed on this invoice, so it cannot be reduced. Refund it, or carry it to the next invoice.",
        CreditSettlement.Refund => "Nothing can go back to the card. Carry it to the next invoice instead.",
        CreditSettlement.Balance => "An unpaid or void invoice has nothing to carry to the next one.",
    };

    private static Money TaxOf(ImmutableArray<CreditNoteLine> lines, Currency currency) => lines
        .GroupBy(line => line.TaxPercent)
        .Select(rate => new Money(rate.Sum(line => line.Amount.Amount) * rate.Key / 100, currency).ToMinorUnit())
        .Aggregate(Money.Zero(currency), (sum, tax) => sum + tax);

    private static Money Smaller(Money left, Money right) => left <= right ? left : right;
}
