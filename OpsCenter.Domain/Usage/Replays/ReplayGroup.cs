namespace OpsCenter.Domain.Usage.Replays;

/// <summary>What a replay says about one customer, agent or route.</summary>
/// <param name="Dimension">Which of the three it is.</param>
/// <param name="Name">Its name, a customer's id; null for the smallest ones, summed up because there were too many.</param>
/// <param name="Figures">Its sums.</param>
public sealed record ReplayGroup(ReplayDimension Dimension, string? Name, ReplayFigures Figures);
