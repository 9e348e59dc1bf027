namespace OpsCenter.Domain.Billing;

/// <summary>The fields of <see cref="BillingDetails"/>.</summary>
public enum BillingDetailsField
{
    /// <summary>Name on invoices.</summary>
    LegalName,

    /// <summary>Where invoices are announced.</summary>
    Email,

    /// <summary>First line of the address.</summary>
    Line1,

    /// <summary>Second line.</summary>
    Line2,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Town.</summary>
    City,

    /// <summary>Country.</summary>
    Country,

    /// <summary>Tax id.</summary>
    TaxId,
}
