namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>What came of starting a checkout.</summary>
public abstract record StartCheckoutOutcome
{
    private StartCheckoutOutcome()
    {
    }

    /// <summary>The person goes to the payment provider's page.</summary>
    /// <param name="Url">Where it is.</param>
    public sealed record Started(Uri Url) : StartCheckoutOutcome;

    /// <summary>It cannot be done.</summary>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record Refused(string Reason) : StartCheckoutOutcome;
}
