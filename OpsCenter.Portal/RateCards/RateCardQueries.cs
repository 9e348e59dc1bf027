using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Published rate cards, for people.</summary>
public sealed class RateCardQueries(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, ActorNames names)
{
    /// <summary>Most versions one question is answered with.</summary>
    public const int MaxVersions = 100;

    /// <summary>The newest version.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<RateCardView> CurrentAsync(Actor actor, CancellationToken cancellationToken)
    {
        var newest = (await VersionsAsync(actor, before: null, take: 1, cancellationToken)).Single();

        return await ViewAsync(newest, cancellationToken);
    }

    /// <summary>A version by number, or null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<RateCardView?> FindAsync(Actor actor, int version, CancellationToken cancellationToken)
    {
        var found = (await VersionsAsync(actor, before: version + 1, take: 1, cancellationToken)).SingleOrDefault(v => v.Version == version);

        return found is null ? null : await ViewAsync(found, cancellationToken);
    }

    /// <summary>Versions, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="before">Only versions below this number; null for the newest.</param>
    /// <param name="take">How many, at most <see cref="MaxVersions"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<IReadOnlyList<RateCardVersionView>> VersionsAsync(
        Actor actor, int? before, int take, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var heads = await db.RateCardVersions.AsNoTracking()
            .Where(v => before == null || v.Version < before)
            .OrderByDescending(v => v.Version)
            .Take(Math.Clamp(take, 1, MaxVersions))
            .ToListAsync(cancellationToken);

        return await NamedAsync(heads, cancellationToken);
    }

    /// <summary>Versions with the names of their authors.</summary>
    internal async Task<IReadOnlyList<RateCardVersionView>> NamedAsync(
        IReadOnlyCollection<RateCardVersion> heads, CancellationToken cancellationToken)
    {
        var authors = await names.OfAsync(heads.Select(v => v.PublishedBy), cancellationToken);

        return [.. heads.Select(v => new RateCardVersionView(v, authors[v.PublishedBy]))];
    }

    private async Task<RateCardView> ViewAsync(RateCardVersionView published, CancellationToken cancellationToken) =>
        new(published, (await cards.GetAsync(published.Version, cancellationToken)).Content);
}
