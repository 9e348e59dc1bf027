namespace OpsCenter.Portal.Usage.Overview;

/// <summary>One hour or day of the charts.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="Figures">Its sums, zero on a day without jobs; null while it lies in the future.</param>
/// <param name="Previous">The sums as far into the period before; null when that one was shorter.</param>
public sealed record OverviewPoint(DateTimeOffset Start, UsageFigures? Figures, UsageFigures? Previous);
