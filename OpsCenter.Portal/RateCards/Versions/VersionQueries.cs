using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>The history of the rate card, cancelled versions included.</summary>
public sealed class VersionQueries(
    IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, RateCardQueries queries, VersionEarningsQueries earnings, TimeProvider clock)
{
    /// <summary>Versions shown at once.</summary>
    public const int PageSize = 50;

    /// <summary>Versions below a number, newest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<VersionList> ListAsync(Actor actor, int? below, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var heads = await db.RateCardVersions.IgnoreQueryFilters().AsNoTracking()
            .Where(v => below == null || v.Version < below)
            .OrderByDescending(v => v.Version)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var rows = await RowsAsync(actor, db, [.. heads.Take(PageSize)], cancellationToken);

        return new VersionList(rows, heads.Count > PageSize ? rows[^1].Version : null);
    }

    /// <summary>One version, or null when there is none of that number.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<VersionRow?> FindAsync(Actor actor, int version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var heads = await db.RateCardVersions.IgnoreQueryFilters().AsNoTracking().Where(v => v.Version == version).ToListAsync(cancellationToken);

        return (await RowsAsync(actor, db, heads, cancellationToken)).SingleOrDefault();
    }

    /// <summary>What turns one version into another; null when one of them does not exist.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<IReadOnlyList<RowDifference>?> CompareAsync(Actor actor, int before, int after, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);

        return await cards.FindAsync(before, cancellationToken) is { } old && await cards.FindAsync(after, cancellationToken) is { } recent
            ? RateCardDiff.Between(old.Content, recent.Content)
            : null;
    }

    private async Task<IReadOnlyList<VersionRow>> RowsAsync(
        Actor actor, OpsCenterDbContext db, IReadOnlyCollection<RateCardVersion> heads, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var current = await VersionHeads.Published(db, now).MaxAsync(v => v.Version, cancellationToken);
        var starts = await db.RateCardVersions.AsNoTracking().OrderBy(v => v.EffectiveFrom).Select(v => v.EffectiveFrom).ToListAsync(cancellationToken);
        var earned = await earnings.OfAsync(actor, heads.Select(v => v.Version), cancellationToken);
        var named = await queries.NamedAsync(heads, cancellationToken);

        return [.. named.Select(v => new VersionRow(v, StatusOf(v.Head), UntilOf(v.Head), earned.GetValueOrDefault(v.Version)))];

        VersionStatus StatusOf(RateCardVersion head) => head switch
        {
            { CancelledAt: not null } => VersionStatus.Cancelled,
            _ when head.IsScheduledAt(now) => VersionStatus.Scheduled,
            _ when head.Version == current => VersionStatus.InForce,
            _ => VersionStatus.Past,
        };

        // Those that are not cancelled follow each other in time as they do in number.
        DateTimeOffset? UntilOf(RateCardVersion head)
        {
            var next = starts.Find(start => start > head.EffectiveFrom);

            return head.CancelledAt is null && next != default ? next : null;
        }
    }
}
