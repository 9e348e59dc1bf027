namespace OpsCenter.Portal.Billing.Home;

/// <summary>The card that renewals are charged to, masked.</summary>
/// <param name="Brand">The network.</param>
/// <param name="Last4">Its last four digits.</param>
/// <param name="ExpiryMonth">1…12.</param>
/// <param name="ExpiryYear">The year.</param>
public sealed record DefaultCard(string Brand, string Last4, int ExpiryMonth, int ExpiryYear)
{
    /// <summary>Whether it can no longer be charged on a day.</summary>
    public bool IsExpiredAt(DateTimeOffset now) => new DateTime(ExpiryYear, ExpiryMonth, 1).AddMonths(1) <= now.UtcDateTime;
}
