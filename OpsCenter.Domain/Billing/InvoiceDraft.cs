using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing;

/// <summary>An invoice before it has a number: what it would say if it were issued now.</summary>
/// <param name="Kind">Why.</param>
/// <param name="PeriodStart">First moment it is about.</param>
/// <param name="PeriodEnd">First moment after that.</param>
/// <param name="Lines">Its lines, none of them 0.</param>
/// <param name="Tax">The tax it bears.</param>
/// <param name="Currency">Of all amounts.</param>
public sealed record InvoiceDraft(
    InvoiceKind Kind, DateTimeOffset PeriodStart, DateTimeOffset PeriodEnd, ImmutableArray<InvoiceLine> Lines, TaxDecision Tax, Currency Currency)
{
    /// <summary>Whether there is nothing to invoice.</summary>
    public bool IsEmpty => Lines.IsEmpty;

    /// <summary>The sum of the lines, without tax.</summary>
    public Money Subtotal => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Amount);

    /// <summary>The tax, rounded once on the sum.</summary>
    public Money TaxAmount => new Money(Subtotal.Amount * Tax.Percent / 100, Currency).ToMinorUnit();

    /// <summary>What is to be paid.</summary>
    public Money Total => Subtotal + TaxAmount;

    /// <summary>What goes to the next invoice; below 0 in the customer's favour.</summary>
    public Money CarriedOut => -Lines.Where(line => line.Kind is InvoiceLineKind.CarriedOut).Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Amount);

    /// <summary>What rounding added to the lines that come from the ledger.</summary>
    public Money Residue => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Residue);
}
