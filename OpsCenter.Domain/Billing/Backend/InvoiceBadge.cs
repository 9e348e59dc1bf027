namespace OpsCenter.Domain.Billing.Backend;

/// <summary>How an invoice stands, for people.</summary>
public enum InvoiceBadge
{
    /// <summary>The next one, as it would be now. It has no number and nobody owes it.</summary>
    Draft,

    /// <summary>Issued; its payment is outstanding.</summary>
    Pending,

    /// <summary>Issued; the last payment failed.</summary>
    Failed,

    /// <summary>Nothing is owed any more.</summary>
    Paid,

    /// <summary>Taken back by a credit note over the whole; nobody owes it.</summary>
    Void,
}
