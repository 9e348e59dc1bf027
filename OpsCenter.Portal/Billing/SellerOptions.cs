namespace OpsCenter.Portal.Billing;

/// <summary>Who sells, as printed on invoices.</summary>
public sealed class SellerOptions
{
    /// <summary>Name of the company.</summary>
    public string Name { get; set; } = "Ops-Center";

    /// <summary>Address lines.</summary>
    public string[] Address { get; set; } = [];

    /// <summary>Country, two letters; empty: no tax is charged and none is reversed.</summary>
    public string Country { get; set; } = "";

    /// <summary>Value-added tax id; empty when there is none.</summary>
    public string TaxId { get; set; } = "";
}
