namespace OpsCenter.Portal.Billing.Payments;

/// <summary>What came of paying an invoice with the saved card.</summary>
public abstract record PayInvoiceOutcome
{
    private PayInvoiceOutcome()
    {
    }

    /// <summary>The card is being charged; the page hears of the end.</summary>
    public sealed record Requested : PayInvoiceOutcome;

    /// <summary>There is no card: the customer pays on the provider's page.</summary>
    public sealed record NeedsCheckout : PayInvoiceOutcome;

    /// <summary>It cannot be paid.</summary>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record Refused(string Reason) : PayInvoiceOutcome;
}
