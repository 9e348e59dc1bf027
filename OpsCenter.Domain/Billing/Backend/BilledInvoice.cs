using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Backend;

/// <summary>An invoice with all that stands on it. Only how it stands changes after it was issued.</summary>
public sealed record BilledInvoice
{
    /// <summary>Number, dates, amount and how it stands.</summary>
    public required InvoiceHead Head { get; init; }

    /// <summary>Whether no money moves for it.</summary>
    public required bool TestMode { get; init; }

    /// <summary>Who sells, as on the day of issue.</summary>
    public required InvoiceParty Seller { get; init; }

    /// <summary>Who buys, as on the day of issue.</summary>
    public required InvoiceParty Buyer { get; init; }

    /// <summary>What the law wants said about the tax; empty when nothing.</summary>
    public required string TaxNote { get; init; }

    /// <summary>Without tax.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>The tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>When nothing was owed any more; null while something is.</summary>
    public required DateTimeOffset? SettledAt { get; init; }

    /// <summary>The billing period whose usage it bills; null when it bills none.</summary>
    public Guid? BillingPeriodId { get; init; }

    /// <summary>Its lines, in order.</summary>
    public required IReadOnlyList<BilledLine> Lines { get; init; }

    /// <summary>Payments of it, tried or made, oldest first.</summary>
    public required IReadOnlyList<BilledPayment> Payments { get; init; }
}
