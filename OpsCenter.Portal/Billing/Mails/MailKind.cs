namespace OpsCenter.Portal.Billing.Mails;

/// <summary>Which letter.</summary>
internal enum MailKind
{
    /// <summary>A payment came.</summary>
    Receipt,

    /// <summary>A payment failed and is tried again.</summary>
    PaymentFailed,

    /// <summary>A payment failed and only the customer can help.</summary>
    ActionRequired,

    /// <summary>New jobs stop because an invoice is unpaid.</summary>
    Suspended,
}
