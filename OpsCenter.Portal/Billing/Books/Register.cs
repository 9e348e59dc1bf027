namespace OpsCenter.Portal.Billing.Books;

/// <summary>The registers of documents and money.</summary>
public enum Register
{
    /// <summary>Invoices, by accounting date.</summary>
    Invoices,

    /// <summary>Payments, tried or made, by the day they began.</summary>
    Payments,

    /// <summary>Credit notes, by accounting date.</summary>
    CreditNotes,
}
