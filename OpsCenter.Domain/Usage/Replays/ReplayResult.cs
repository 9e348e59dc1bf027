using System.Collections.Immutable;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>What a card would have made of the jobs of a period.</summary>
/// <param name="Total">All jobs.</param>
/// <param name="Groups">The same by customer, agent and route; each dimension adds up to the total, largest difference in revenue first.</param>
/// <param name="Missing">What the card lacks, most jobs first.</param>
/// <param name="Holds">What it would do about jobs that are held now.</param>
public sealed record ReplayResult(
    ReplayFigures Total, ImmutableArray<ReplayGroup> Groups, ImmutableArray<ReplayMissing> Missing, ReplayedHolds Holds)
{
    /// <summary>The groups of one dimension.</summary>
    public IEnumerable<ReplayGroup> By(ReplayDimension dimension) => Groups.Where(group => group.Dimension == dimension);
}
