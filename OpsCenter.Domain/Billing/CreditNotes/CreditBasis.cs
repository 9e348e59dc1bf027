using System.Collections.Immutable;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.CreditNotes;

/// <summary>What a credit note can be about.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="CreditedLines">What earlier credit notes took back of its lines, by position, without tax.</param>
/// <param name="CreditedTax">The tax they took back.</param>
/// <param name="CreditedTotal">What they took back in all.</param>
/// <param name="Refundable">Most that can go back to the card.</param>
/// <param name="IsPaymentUnderWay">Whether a payment of it is being made right now.</param>
public sealed record CreditBasis(
    BilledInvoice Invoice,
    ImmutableDictionary<int, decimal> CreditedLines,
    Money CreditedTax,
    Money CreditedTotal,
    Money Refundable,
    bool IsPaymentUnderWay)
{
    /// <summary>What is left of a line.</summary>
    public Money LeftOf(BilledLine line) => line.Amount with { Amount = line.Amount.Amount - CreditedLines.GetValueOrDefault(line.Position) };

    /// <summary>What is left of the invoice, tax included.</summary>
    public Money Left => Invoice.Head.Total - CreditedTotal;

    /// <summary>The ways to settle that are open.</summary>
    public IEnumerable<CreditSettlement> Settlements => Invoice.Head.Badge switch
    {
        InvoiceBadge.Pending or InvoiceBadge.Failed => [CreditSettlement.Invoice],
        InvoiceBadge.Paid when Left.Amount <= 0 => [],
        InvoiceBadge.Paid => Refundable.Amount > 0 ? [CreditSettlement.Refund, CreditSettlement.Balance] : [CreditSettlement.Balance],
        InvoiceBadge.Void or InvoiceBadge.Draft => [],
    };
}
