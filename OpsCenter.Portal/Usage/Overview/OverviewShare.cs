namespace OpsCenter.Portal.Usage.Overview;

/// <summary>What one agent, route or customer contributes to a period.</summary>
/// <param name="Dimension">Which of the three it is.</param>
/// <param name="Name">Its name; null for jobs of which nobody knows whose they are.</param>
/// <param name="CustomerId">The customer, when it is a known one.</param>
/// <param name="Figures">Its sums.</param>
public sealed record OverviewShare(OverviewDimension Dimension, string? Name, Guid? CustomerId, UsageFigures Figures);
