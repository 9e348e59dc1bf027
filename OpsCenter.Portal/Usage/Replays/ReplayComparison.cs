using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What was predicted for a version beside what has happened since it is in force.</summary>
/// <param name="Version">The version.</param>
/// <param name="Prediction">The last replay of its prices before it came into force; null when there was none.</param>
/// <param name="Actual">What it earned; null while it is not in force.</param>
public sealed record ReplayComparison(RateCardVersionView Version, ReplayView? Prediction, VersionActuals? Actual);
