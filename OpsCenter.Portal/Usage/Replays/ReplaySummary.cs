using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What was predicted for a version before it came into force, and what has happened since, in a few figures.</summary>
/// <param name="RunAt">When the replay was run.</param>
/// <param name="From">First moment of the replayed period.</param>
/// <param name="Until">First moment after it.</param>
/// <param name="Jobs">Jobs that were replayed.</param>
/// <param name="RevenueDifference">How much more these would have brought; negative when less.</param>
/// <param name="PredictedMarginPercent">What would have been left of a hundred charged; null when nothing would have been charged.</param>
/// <param name="ActualJobs">Jobs that the version has priced since.</param>
/// <param name="ActualMarginPercent">What is left of a hundred charged by it, net of corrections; null while nothing is charged.</param>
public sealed record ReplaySummary(
    DateTimeOffset RunAt,
    DateTimeOffset From,
    DateTimeOffset Until,
    long Jobs,
    Money RevenueDifference,
    decimal? PredictedMarginPercent,
    long ActualJobs,
    decimal? ActualMarginPercent);
