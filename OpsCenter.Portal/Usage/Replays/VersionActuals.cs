using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What a version has earned since it came into force.</summary>
/// <param name="Total">All jobs it prices, to the last digit.</param>
/// <param name="RoutesFrom">First full hour of its time.</param>
/// <param name="RoutesUntil">End of the last full hour of its time; the running hour counts.</param>
/// <param name="Routes">By route, of these full hours: all jobs that happened in them, held ones too. Largest revenue first.</param>
public sealed record VersionActuals(
    ActualFigures Total, DateTimeOffset RoutesFrom, DateTimeOffset RoutesUntil, ImmutableArray<KeyValuePair<string, ActualFigures>> Routes);
