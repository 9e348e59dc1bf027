namespace OpsCenter.Portal.Agents;

/// <summary>Which agents are listed, and how.</summary>
/// <param name="Search">Part of a name or display name, whatever its case; null for all.</param>
/// <param name="State">Only these; null for those on the card and those that were on it.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">Which page, from 1; beyond the last one means the last one.</param>
/// <param name="PageSize">Agents on a page, at least 1.</param>
public sealed record AgentFilter(string? Search, AgentState? State, AgentSort Sort, int Page = 1, int PageSize = int.MaxValue);
