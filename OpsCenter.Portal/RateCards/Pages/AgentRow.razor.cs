namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>An agent: its own rate or the default, its least fee, its ceiling, and what failed jobs cost.</summary>
public sealed partial class AgentRow;
