namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>The ways to look at the finance page.</summary>
public enum FinanceView
{
    /// <summary>Monthly recurring revenue and what customers owe.</summary>
    Revenue,

    /// <summary>The register of invoices.</summary>
    Invoices,

    /// <summary>The register of payments.</summary>
    Payments,

    /// <summary>The register of credit notes.</summary>
    CreditNotes,

    /// <summary>What customers owe, and since when.</summary>
    Ageing,

    /// <summary>Months of the books.</summary>
    Months,
}
