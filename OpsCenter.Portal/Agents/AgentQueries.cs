using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Usage.Agents;

namespace OpsCenter.Portal.Agents;

/// <summary>
/// Agents with what they are used for. What an agent is comes from the rate card in force, so that page, price and Brigade cannot disagree.
/// Agents are few: they are filtered and sorted in memory.
/// </summary>
public sealed class AgentQueries(RateCardQueries cards, FormerAgents former, AgentUseQueries uses)
{
    /// <summary>One page of agents.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards, or not the jobs of all customers.</exception>
    public async Task<AgentList> ListAsync(Actor actor, AgentFilter filter, CancellationToken cancellationToken)
    {
        var all = await AllAsync(actor, null, cancellationToken);
        AgentRow[] matching = [.. Sorted(all.Where(row => Matches(row, filter)), filter.Sort)];
        var pages = Math.Max(1, (int)((matching.Length + (long)filter.PageSize - 1) / filter.PageSize));
        var page = Math.Clamp(filter.Page, 1, pages);

        return new AgentList([.. matching.Skip((page - 1) * filter.PageSize).Take(filter.PageSize)], matching.Length, all.Count, page, pages);
    }

    /// <summary>One agent by name, archived ones too; null when there never was one.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards, or not the jobs of all customers.</exception>
    public async Task<AgentRow?> FindAsync(Actor actor, string name, CancellationToken cancellationToken) =>
        (await AllAsync(actor, name, cancellationToken)).SingleOrDefault();

    private async Task<List<AgentRow>> AllAsync(Actor actor, string? name, CancellationToken cancellationToken)
    {
        var card = (await cards.CurrentAsync(actor, cancellationToken)).Content;
        var use = await uses.RecentAsync(actor, card.Currency, name, cancellationToken);
        var present = card.Agents.Select(agent => (Price: agent, State: agent.Active ? AgentState.Enabled : AgentState.Disabled));
        var archived = (await former.ListAsync(actor, cancellationToken)).Select(agent => (agent.Price, State: AgentState.Archived));

        return
        [
            .. present.Concat(archived).Where(agent => name is null || agent.Price.Name == name).Select(agent => new AgentRow(
                agent.Price,
                agent.State,
                agent.Price.RatePer1K ?? card.DefaultAgentRatePer1K,
                use.GetValueOrDefault(agent.Price.Name) ?? new AgentUse(agent.Price.Name, 0, 0, Money.Zero(card.Currency)),
                card.Currency)),
        ];
    }

    private static bool Matches(AgentRow row, AgentFilter filter) =>
        (filter.State is null || row.State == filter.State)
        && (filter.Search is not { Length: > 0 } part
            || row.Price.Name.Contains(part, StringComparison.OrdinalIgnoreCase)
            || row.Price.DisplayName.Contains(part, StringComparison.CurrentCultureIgnoreCase));

    private static IEnumerable<AgentRow> Sorted(IEnumerable<AgentRow> rows, AgentSort sort) => sort switch
    {
        AgentSort.Name => rows.OrderBy(row => row.Price.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.NameDescending => rows.OrderByDescending(row => row.Price.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.Rate => rows.OrderBy(row => row.RatePer1K).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.RateDescending => rows.OrderByDescending(row => row.RatePer1K).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.Jobs => rows.OrderBy(row => row.Use.Jobs).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.JobsDescending => rows.OrderByDescending(row => row.Use.Jobs).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.Revenue => rows.OrderBy(row => row.Use.Revenue.Amount).ThenBy(NameOf, StringComparer.Ordinal),
        AgentSort.RevenueDescending => rows.OrderByDescending(row => row.Use.Revenue.Amount).ThenBy(NameOf, StringComparer.Ordinal),
    };

    private static string NameOf(AgentRow row) => row.Price.Name;
}
