using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Agents that were in force once and are not on the card in force.</summary>
public sealed class FormerAgents(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>All of them, by name.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<IReadOnlyList<FormerAgent>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        await ReadAsync(actor, null, cancellationToken);

    /// <summary>One of them, or null.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<FormerAgent?> FindAsync(Actor actor, string name, CancellationToken cancellationToken) =>
        (await ReadAsync(actor, name, cancellationToken)).SingleOrDefault();

    private async Task<List<FormerAgent>> ReadAsync(Actor actor, string? name, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = VersionHeads.Published(db, now).Select(v => v.Version);
        var last = await db.AgentPricing.AsNoTracking()
            .Where(a => (name == null || a.Name == name) && versions.Contains(EF.Property<int>(a, RateCardConfiguration.Version)))
            .GroupBy(a => a.Name)
            .Select(group => new { Name = group.Key, Version = group.Max(a => EF.Property<int>(a, RateCardConfiguration.Version)) })
            .Where(agent => agent.Version < versions.Max())
            .ToListAsync(cancellationToken);
        var found = new List<FormerAgent>(last.Count);

        foreach (var agent in last.OrderBy(agent => agent.Name, StringComparer.Ordinal))
        {
            var price = await db.AgentPricing.AsNoTracking()
                .SingleAsync(a => a.Name == agent.Name && EF.Property<int>(a, RateCardConfiguration.Version) == agent.Version, cancellationToken);
            found.Add(new FormerAgent(price, agent.Version));
        }

        return found;
    }
}
