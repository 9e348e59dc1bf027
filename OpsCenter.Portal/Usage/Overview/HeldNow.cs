using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>What waits for a price or a customer right now, whatever the period.</summary>
/// <param name="Jobs">How many jobs.</param>
/// <param name="Exposure">What they may be worth, by estimate.</param>
/// <param name="Oldest">The day of the oldest of them; null when nothing waits.</param>
public sealed record HeldNow(long Jobs, Money Exposure, DateOnly? Oldest)
{
    /// <summary>Nothing waits.</summary>
    public static HeldNow None(Currency currency) => new(0, Money.Zero(currency), null);
}
