namespace OpsCenter.Portal.Agents;

/// <summary>One page of agents.</summary>
/// <param name="Rows">The agents of the page.</param>
/// <param name="Total">How many match on all pages.</param>
/// <param name="All">How many there are at all, archived ones included.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="PageCount">How many pages there are, at least 1.</param>
public sealed record AgentList(IReadOnlyList<AgentRow> Rows, int Total, int All, int Page, int PageCount);
