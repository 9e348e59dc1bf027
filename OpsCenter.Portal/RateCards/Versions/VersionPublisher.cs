using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>The one way in which versions come to be, and are called off.</summary>
public sealed class VersionPublisher(
    IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, VersionNews news, IOptions<RateCardOptions> options, TimeProvider clock)
{
    /// <summary>Closes the gate, then takes the time: whoever prices a job from here on waits, and then sees what is published.</summary>
    internal async Task<Publication> BeginAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);

        try
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(RateCardGate.Close, cancellationToken);
            var now = clock.GetUtcNow();
            var heads = await VersionHeads.ReadAsync(db, now, cancellationToken);

            return new Publication(db, transaction, now, heads, cards, options.Value.Floor);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Commits, and tells every instance.</summary>
    internal async Task CommitAsync(Publication publication, CancellationToken cancellationToken)
    {
        await publication.CommitAsync(cancellationToken);
        news.Tell();
    }
}
