namespace OpsCenter.Domain.Billing;

/// <summary>Who is billed, as it is printed on invoices from now on. Issued invoices keep what they say.</summary>
public sealed record BillingDetails
{
    /// <summary>Name on invoices; empty: the customer's display name is printed.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>Where invoices are announced; empty: to the owners.</summary>
    public string Email { get; init; } = "";

    /// <summary>First line of the address.</summary>
    public string Line1 { get; init; } = "";

    /// <summary>Second line.</summary>
    public string Line2 { get; init; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>Town.</summary>
    public string City { get; init; } = "";

    /// <summary>Country, two letters; empty when it was not given.</summary>
    public string Country { get; init; } = "";

    /// <summary>Tax id; empty when there is none.</summary>
    public string TaxId { get; init; } = "";

    /// <summary>Nothing given yet.</summary>
    public bool IsEmpty => this == new BillingDetails();
}
