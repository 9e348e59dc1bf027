using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Where the row of versions stands at a moment.</summary>
/// <param name="Current">The newest one that is not waiting for its time: what drafts are made on.</param>
/// <param name="Scheduled">The one that waits, or null.</param>
/// <param name="LastNumber">The highest number given, to cancelled versions too.</param>
internal sealed record VersionHeads(RateCardVersion Current, RateCardVersion? Scheduled, int LastNumber)
{
    public static async Task<VersionHeads> ReadAsync(OpsCenterDbContext db, DateTimeOffset now, CancellationToken cancellationToken) => new(
        await Published(db, now).OrderByDescending(v => v.Version).FirstAsync(cancellationToken),
        await db.RateCardVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Scheduled && v.EffectiveFrom > now, cancellationToken),
        await db.RateCardVersions.IgnoreQueryFilters().MaxAsync(v => v.Version, cancellationToken));

    /// <summary>Versions that are or were in force: neither cancelled nor waiting.</summary>
    public static IQueryable<RateCardVersion> Published(OpsCenterDbContext db, DateTimeOffset now) =>
        db.RateCardVersions.AsNoTracking().Where(v => !v.Scheduled || v.EffectiveFrom <= now);
}
