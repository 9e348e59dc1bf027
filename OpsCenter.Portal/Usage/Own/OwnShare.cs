namespace OpsCenter.Portal.Usage.Own;

/// <summary>What one agent, route, member or tool contributes to a period.</summary>
/// <param name="Name">Its name; empty for jobs whose report named no member.</param>
/// <param name="Figures">Its sums.</param>
public sealed record OwnShare(string Name, OwnFigures Figures);
