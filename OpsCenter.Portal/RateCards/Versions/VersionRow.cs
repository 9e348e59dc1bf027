using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>A version in the history.</summary>
/// <param name="Published">Number, author, moment and note.</param>
/// <param name="Status">What it is now.</param>
/// <param name="Until">First moment it no longer prices; null while nothing replaces it, and for a cancelled one.</param>
/// <param name="Earnings">What it earned so far; null when it priced no job.</param>
public sealed record VersionRow(RateCardVersionView Published, VersionStatus Status, DateTimeOffset? Until, VersionEarnings? Earnings)
{
    /// <summary>Its number.</summary>
    public int Version => Published.Version;
}
