namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>What came of asking for an upgrade.</summary>
public abstract record UpgradeAnswer
{
    private UpgradeAnswer()
    {
    }

    /// <summary>It can be had.</summary>
    /// <param name="Offer">For this.</param>
    public sealed record Offered(UpgradeOffer Offer) : UpgradeAnswer;

    /// <summary>It cannot be had now.</summary>
    /// <param name="Message">Why, and what to do.</param>
    public sealed record Refused(string Message) : UpgradeAnswer;
}
