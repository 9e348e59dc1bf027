using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>What jobs named in the last <see cref="Days"/> days, held ones included.</summary>
/// <param name="Names">Routes, agents and tools, as rows of a rate card are known.</param>
/// <param name="HasJobs">Whether there was any job at all.</param>
public sealed record RecentUse(ImmutableHashSet<RateCardRowKey> Names, bool HasJobs)
{
    /// <summary>How far back it looks.</summary>
    public const int Days = 30;

    /// <summary>Whether a job named it.</summary>
    public bool Includes(RateCardRowKey name) => Names.Contains(name);
}
