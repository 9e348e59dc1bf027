using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.RateCards;

/// <summary>Published rate cards, for people.</summary>
public sealed class RateCardQueries(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, ActorNames names, TimeProvider clock)
{
    /// <summary>Most versions one question is answered with.</summary>
    public const int MaxVersions = 100;

    /// <summary>The version in force.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<RateCardView> CurrentAsync(Actor actor, CancellationToken cancellationToken)
    {
        var newest = (await VersionsAsync(actor, before: null, take: 1, cancellationToken)).Single();

        return await ViewAsync(newest, cancellationToken);
    }

    /// <summary>A version by number, or null when there is none. Those that wait and those that were cancelled are found, too.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<RateCardView?> FindAsync(Actor actor, int version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var heads = await db.RateCardVersions.IgnoreQueryFilters().AsNoTracking().Where(v => v.Version == version).ToListAsync(cancellationToken);

        return (await NamedAsync(heads, cancellationToken)).SingleOrDefault() is { } found ? await ViewAsync(found, cancellationToken) : null;
    }

    /// <summary>The version that waits for its time, or null.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<RateCardVersionView?> ScheduledAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var heads = await db.RateCardVersions.AsNoTracking().Where(v => v.Scheduled && v.EffectiveFrom > now).ToListAsync(cancellationToken);

        return (await NamedAsync(heads, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Versions that are or were in force, newest first.</summary>
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
        var heads = await VersionHeads.Published(db, clock.GetUtcNow())
            .Where(v => before == null || v.Version < before)
            .OrderByDescending(v => v.Version)
            .Take(Math.Clamp(take, 1, MaxVersions))
            .ToListAsync(cancellationToken);

        return await NamedAsync(heads, cancellationToken);
    }

    /// <summary>A version that the caller knows to be published: who, when and why.</summary>
    internal async Task<RateCardVersionView> HeadAsync(int version, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var head = await db.RateCardVersions.AsNoTracking().SingleAsync(v => v.Version == version, cancellationToken);

        return (await NamedAsync([head], cancellationToken)).Single();
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
