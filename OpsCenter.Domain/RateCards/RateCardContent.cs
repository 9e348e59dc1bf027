using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>All prices of one rate card, without a version: what a version freezes and what a draft edits.</summary>
/// <param name="Currency">The one currency of every number on it.</param>
/// <param name="DefaultAgentRatePer1K">Rate of agents that have none of their own, per 1,000 tokens.</param>
/// <param name="Routes">Models, unique by <see cref="LlmRoute.Route"/>.</param>
/// <param name="Agents">Agents, unique by <see cref="AgentPrice.Name"/>.</param>
/// <param name="Tools">Tools, unique by <see cref="ToolPrice.Name"/>.</param>
public sealed record RateCardContent(
    Currency Currency,
    decimal DefaultAgentRatePer1K,
    ImmutableArray<LlmRoute> Routes,
    ImmutableArray<AgentPrice> Agents,
    ImmutableArray<ToolPrice> Tools);
