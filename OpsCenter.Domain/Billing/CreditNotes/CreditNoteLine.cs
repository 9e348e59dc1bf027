using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.CreditNotes;

/// <summary>What of a line of an invoice is taken back.</summary>
/// <param name="Position">The line of the invoice.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Amount">How much, without tax; below 0 where the line itself is.</param>
/// <param name="TaxPercent">The line's rate of tax.</param>
public sealed record CreditNoteLine(int Position, string Description, Money Amount, decimal TaxPercent);
