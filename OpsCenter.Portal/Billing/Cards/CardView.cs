namespace OpsCenter.Portal.Billing.Cards;

/// <summary>A saved card as its page shows it.</summary>
/// <param name="Id">The payment provider's id.</param>
/// <param name="Brand">Lower case: <c>visa</c>.</param>
/// <param name="Last4">Last four digits.</param>
/// <param name="ExpMonth">Last month in which it is good.</param>
/// <param name="ExpYear">The year of that month.</param>
/// <param name="IsDefault">Whether renewals are charged to it.</param>
/// <param name="AddedAt">Since when it is saved.</param>
public sealed record CardView(string Id, string Brand, string Last4, int ExpMonth, int ExpYear, bool IsDefault, DateTimeOffset AddedAt)
{
    private const int SoonDays = 45;

    /// <summary>Where it stands on a day.</summary>
    public CardValidity ValidityAt(DateTimeOffset now)
    {
        var end = new DateTimeOffset(ExpYear, ExpMonth, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);

        return end <= now ? CardValidity.Expired : end <= now.AddDays(SoonDays) ? CardValidity.ExpiresSoon : CardValidity.Good;
    }
}
