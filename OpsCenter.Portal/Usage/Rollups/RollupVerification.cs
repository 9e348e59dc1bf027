namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>What comparing the roll-ups came to.</summary>
/// <param name="Days">How many UTC days were compared.</param>
/// <param name="Differences">The first that were found, at most <see cref="VerifyRollups.MaxListed"/>.</param>
/// <param name="DifferenceCount">How many there are.</param>
/// <param name="FirstDay">The first day with a difference; null when there is none.</param>
/// <param name="LastDay">The last day with a difference.</param>
/// <param name="RepairedDays">How many days were corrected.</param>
public sealed record RollupVerification(
    int Days,
    IReadOnlyList<RollupDifference> Differences,
    long DifferenceCount,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int RepairedDays)
{
    /// <summary>Whether every roll-up is what it must be now.</summary>
    public bool IsClean => DifferenceCount == 0 || RepairedDays > 0;
}
