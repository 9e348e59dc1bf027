using OpsCenter.Domain.Billing;

namespace OpsCenter.Portal.Billing.Accounts;

/// <summary>Who pays for a customer: the buyer on its invoices, and what its next invoice starts with.</summary>
public sealed record BillingAccount
{
    /// <summary>The customer.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Its id at the payment provider; null before the first contact.</summary>
    public string? GatewayCustomer { get; init; }

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

    /// <summary>Tax id, as <see cref="VatId.Normalize"/> writes it; empty when there is none.</summary>
    public string TaxId { get; init; } = "";

    /// <summary>What the next invoice starts with, without tax; below 0 in the customer's favour.</summary>
    public decimal Carried { get; init; }

    /// <summary>Most overage of a period, set by operators; null: the rule decides.</summary>
    public decimal? OverageCap { get; init; }
}
