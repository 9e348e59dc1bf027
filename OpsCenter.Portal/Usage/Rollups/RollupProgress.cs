namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>How far a comparison has come.</summary>
/// <param name="Days">Days compared.</param>
/// <param name="AllDays">Days to compare.</param>
/// <param name="Differences">Sums found to differ so far.</param>
public sealed record RollupProgress(int Days, int AllDays, long Differences);
