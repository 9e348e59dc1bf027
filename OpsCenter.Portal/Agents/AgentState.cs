namespace OpsCenter.Portal.Agents;

/// <summary>Whether an agent takes jobs.</summary>
public enum AgentState
{
    /// <summary>On the card and active: Brigade may start jobs with it.</summary>
    Enabled,

    /// <summary>On the card and not active: Brigade starts none; finished jobs are priced and flagged.</summary>
    Disabled,

    /// <summary>No longer on the card: its jobs are held.</summary>
    Archived,
}
