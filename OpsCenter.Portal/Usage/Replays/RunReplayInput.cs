namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What to replay.</summary>
/// <param name="Version">A published version; null for the operator's own draft.</param>
/// <param name="From">First moment of the period.</param>
/// <param name="Until">First moment after it; may lie in the future, where no jobs are.</param>
public sealed record RunReplayInput(int? Version, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The longest period.</summary>
    public static readonly TimeSpan MaxPeriod = TimeSpan.FromDays(366);
}
