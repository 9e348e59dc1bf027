namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Names that filters suggest.</summary>
/// <param name="Agents">Agents of recent jobs, by name.</param>
/// <param name="Routes">Routes of recent jobs, by name.</param>
public sealed record JobChoices(IReadOnlyList<string> Agents, IReadOnlyList<string> Routes)
{
    /// <summary>None yet.</summary>
    public static JobChoices Empty { get; } = new([], []);
}
