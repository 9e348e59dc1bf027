using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Backend;

/// <summary>A line of an invoice.</summary>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Description">In words.</param>
/// <param name="PeriodStart">First moment of what it is for.</param>
/// <param name="PeriodEnd">First moment after that.</param>
/// <param name="Exact">The amount before it was rounded.</param>
/// <param name="Amount">The amount without tax, at the currency's minor unit.</param>
/// <param name="TaxPercent">The rate of tax, 0…100.</param>
public sealed record BilledLine(
    int Position,
    InvoiceLineKind Kind,
    string Description,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    Money Exact,
    Money Amount,
    decimal TaxPercent);
