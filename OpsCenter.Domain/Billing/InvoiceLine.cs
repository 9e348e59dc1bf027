using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing;

/// <summary>One line of an invoice.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Description">In words, for the buyer.</param>
/// <param name="PeriodStart">First moment it is for.</param>
/// <param name="PeriodEnd">First moment after that.</param>
/// <param name="Exact">The amount before rounding, without tax.</param>
/// <param name="TaxPercent">Tax on it, 0…100.</param>
public sealed record InvoiceLine(
    InvoiceLineKind Kind, string Description, DateTimeOffset PeriodStart, DateTimeOffset PeriodEnd, Money Exact, decimal TaxPercent)
{
    /// <summary>The amount, rounded once to the currency's minor unit.</summary>
    public Money Amount => Exact.ToMinorUnit();

    /// <summary>What rounding added; an entry of the ledger, so that both agree to the last digit.</summary>
    public Money Residue => Amount - Exact;

    /// <summary>Whether it stands for jobs of its period, which can be listed.</summary>
    public bool IsUsage => Kind is InvoiceLineKind.Llm or InvoiceLineKind.Agent or InvoiceLineKind.Tools or InvoiceLineKind.Usage or InvoiceLineKind.Included;
}
