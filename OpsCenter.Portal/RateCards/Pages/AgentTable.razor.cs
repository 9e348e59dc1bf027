namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>All agents.</summary>
public sealed partial class AgentTable;
