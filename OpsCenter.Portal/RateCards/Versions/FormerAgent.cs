using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>An agent that was on the card and is no longer.</summary>
/// <param name="Price">As it last was.</param>
/// <param name="LastVersion">The last version that had it.</param>
public sealed record FormerAgent(AgentPrice Price, int LastVersion);
