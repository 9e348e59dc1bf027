using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>What was published after an operator started their draft, and how the draft fits onto it.</summary>
/// <param name="Versions">The versions since, oldest first; at least one.</param>
/// <param name="Merge">The draft moved onto the newest of them.</param>
public sealed record ColleagueChanges(IReadOnlyList<PublishedChange> Versions, DraftMerge Merge)
{
    /// <summary>The newest version.</summary>
    public int Latest => Versions[^1].Version.Version;

    /// <summary>The version that last changed a row, or null when none of them did.</summary>
    public RateCardVersionView? LastToChange(RateCardRowKey key) =>
        Versions.LastOrDefault(v => v.Differences.Any(d => d.Key == key))?.Version;
}
