using OpsCenter.Domain.Usage.Replays;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>A replay that was run, as people read it.</summary>
/// <param name="BaseVersion">The version that was replayed, or on which the draft was based.</param>
/// <param name="From">First moment of the period.</param>
/// <param name="Until">First moment after it.</param>
/// <param name="RunAt">When it was run; jobs that came later are not in it.</param>
/// <param name="RunByName">Who ran it.</param>
/// <param name="Result">What came out.</param>
public sealed record ReplayView(
    int BaseVersion, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset RunAt, string RunByName, ReplayResult Result);
