namespace OpsCenter.Portal.Billing;

/// <summary>Settings of the billing engine, section <c>Billing</c>.</summary>
public sealed class BillingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Billing";

    /// <summary>Who sells: printed on invoices.</summary>
    public SellerOptions Seller { get; set; } = new();

    /// <summary>Tax in percent by the buyer's country (two letters), 0…100. A country that is not named pays none.</summary>
    public Dictionary<string, decimal> TaxPercent { get; set; } = [];

    /// <summary>Smallest amount that is charged, in whole units of the currency; less is carried to the next invoice. Payment providers refuse less than about 0.50.</summary>
    public decimal MinimumCharge { get; set; } = 0.50m;

    /// <summary>Unbilled overage that makes an interim invoice, in whole units of the currency.</summary>
    public decimal InterimInvoiceAt { get; set; } = 100m;

    /// <summary>Overage a customer may make in a period, as a multiple of its plan's monthly price, until it has paid an invoice with overage.</summary>
    public decimal OverageCapFactor { get; set; } = 3m;

    /// <summary>Seconds between two looks at what is due, 1…3600.</summary>
    public int EngineSeconds { get; set; } = 5;
}
