using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Usage.Agents;

namespace OpsCenter.Portal.Agents;

/// <summary>One agent of the list.</summary>
/// <param name="Price">Its settings; those it last had when it is archived.</param>
/// <param name="State">Whether it takes jobs.</param>
/// <param name="RatePer1K">What 1,000 tokens cost: its own rate, else the card's default.</param>
/// <param name="Use">Its jobs of the last <see cref="AgentUseQueries.RecentDays"/> days.</param>
/// <param name="Currency">Of every amount.</param>
public sealed record AgentRow(AgentPrice Price, AgentState State, decimal RatePer1K, AgentUse Use, Currency Currency)
{
    /// <summary>Whether it has no rate of its own.</summary>
    public bool HasDefaultRate => Price.RatePer1K is null;
}
