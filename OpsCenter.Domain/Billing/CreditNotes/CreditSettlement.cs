namespace OpsCenter.Domain.Billing.CreditNotes;

/// <summary>What a credit note does with the money.</summary>
public enum CreditSettlement
{
    /// <summary>Less of an open invoice is owed.</summary>
    Invoice,

    /// <summary>Money goes back to the card that paid.</summary>
    Refund,

    /// <summary>The next invoice starts with it in the customer's favour.</summary>
    Balance,
}
