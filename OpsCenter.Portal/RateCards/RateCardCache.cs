using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Published versions by number. They never change, so keeping them in memory is safe in any number of instances.</summary>
public sealed class RateCardCache(IDbContextFactory<OpsCenterDbContext> contexts)
{
    private readonly ConcurrentDictionary<int, RateCard> cards = new();

    /// <summary>The version, or null when none of that number is published.</summary>
    public async ValueTask<RateCard?> FindAsync(int version, CancellationToken cancellationToken)
    {
        if (cards.TryGetValue(version, out var cached))
        {
            return cached;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var loaded = await RateCardStore.LoadAsync(db, version, cancellationToken);

        return loaded is null ? null : cards.GetOrAdd(version, loaded);
    }

    /// <summary>The version, which the caller knows to be published.</summary>
    /// <exception cref="InvalidOperationException">It is not: a row refers to a version that does not exist.</exception>
    public async ValueTask<RateCard> GetAsync(int version, CancellationToken cancellationToken) =>
        await FindAsync(version, cancellationToken)
        ?? throw new InvalidOperationException($"Rate card version {version} is not published.");
}
