using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>What becomes of one held job in one transaction; ledger, hold, roll-ups and audit all follow from it.</summary>
/// <param name="Before">The hold as it is, open.</param>
/// <param name="After">The hold as it will be.</param>
/// <param name="Card">The version that charges it; null when it is not charged.</param>
/// <param name="Price">What it is charged.</param>
internal sealed record HoldChange(HeldJob Before, HeldJob After, RateCard? Card = null, JobPrice? Price = null)
{
    /// <summary>Charges it.</summary>
    public static HoldChange Charge(HeldJob before, HeldJob after, RateCard card, JobPrice price, DateTimeOffset now, string by)
    {
        var how = card.Version == before.RateCardVersion
            ? $"Priced with version {card.Version} of the rate card, which was in force when it happened."
            : $"Priced with version {card.Version} of the rate card, the first one that knows everything it used.";

        return new HoldChange(before, after.End(HoldState.Priced, now, by, how) with { TriedVersion = Math.Max(after.TriedVersion, card.Version) }, card, price);
    }
}
