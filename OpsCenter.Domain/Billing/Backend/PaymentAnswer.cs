namespace OpsCenter.Domain.Billing.Backend;

/// <summary>What became of wanting an invoice paid.</summary>
public abstract record PaymentAnswer
{
    private PaymentAnswer()
    {
    }

    /// <summary>The saved card will be charged; the invoice tells later what came of it.</summary>
    public sealed record Queued : PaymentAnswer;

    /// <summary>There is no card to charge: the customer pays on the payment provider's page.</summary>
    public sealed record NoCard : PaymentAnswer;

    /// <summary>The customer pays on the payment provider's page.</summary>
    /// <param name="Url">Where it is.</param>
    public sealed record Page(Uri Url) : PaymentAnswer;

    /// <summary>It cannot be paid now.</summary>
    /// <param name="Reason">Why, as a sentence for the customer.</param>
    public sealed record Refused(string Reason) : PaymentAnswer;
}
