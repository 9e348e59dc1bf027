using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.CreditNotes;

/// <summary>A credit note before it has a number.</summary>
/// <param name="Lines">What is taken back.</param>
/// <param name="Subtotal">Without tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Settlement">What becomes of the money.</param>
/// <param name="VoidsInvoice">Whether the invoice is void afterwards: nothing was paid, and all of it is taken back.</param>
public sealed record CreditNoteDraft(ImmutableArray<CreditNoteLine> Lines, Money Subtotal, Money Tax, CreditSettlement Settlement, bool VoidsInvoice)
{
    /// <summary>With tax.</summary>
    public Money Total => Subtotal + Tax;
}
