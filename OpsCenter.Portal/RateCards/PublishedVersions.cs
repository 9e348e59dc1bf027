using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.RateCards;

/// <summary>
/// Which versions are or were in force. Asked of the database each time: a version in memory does not know whether it was called off.
/// </summary>
public sealed class PublishedVersions(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>The numbers of those in a range, ascending.</summary>
    internal async Task<IReadOnlyList<int>> BetweenAsync(int first, int last, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await VersionHeads.Published(db, clock.GetUtcNow())
            .Where(v => v.Version >= first && v.Version <= last)
            .OrderBy(v => v.Version)
            .Select(v => v.Version)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether a version is or was in force.</summary>
    internal async Task<bool> ContainAsync(int version, CancellationToken cancellationToken) =>
        (await BetweenAsync(version, version, cancellationToken)).Count == 1;
}
