namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>What came of buying a plan.</summary>
public abstract record BuyPlanOutcome
{
    private BuyPlanOutcome()
    {
    }

    /// <summary>It is to be paid first.</summary>
    /// <param name="Url">The payment provider's page.</param>
    public sealed record PaymentPage(Uri Url) : BuyPlanOutcome;

    /// <summary>It cannot be bought now.</summary>
    /// <param name="Message">Why, and what to do.</param>
    public sealed record Refused(string Message) : BuyPlanOutcome;
}
