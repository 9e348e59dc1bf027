using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.RateCards;

/// <summary>The draft of the operator who asks, with what colleagues published meanwhile.</summary>
public sealed class GetDraft(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, RateCardQueries queries, TimeProvider clock)
{
    /// <summary>Reads the draft; an operator without one gets an empty draft on the newest version.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<DraftView> HandleAsync(Actor.User actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await DraftStore.FindAsync(db, actor.UserId, cancellationToken);
        var now = clock.GetUtcNow();
        var heads = await HeadsSinceAsync(db, now, stored?.Draft.BaseVersion, cancellationToken);
        var published = await queries.NamedAsync(heads, cancellationToken);
        var sheets = new List<RateCardSheet>(published.Count);

        foreach (var version in published)
        {
            sheets.Add(RateCardSheet.Of((await cards.GetAsync(version.Version, cancellationToken)).Content));
        }

        var draft = stored?.Draft ?? RateCardDraft.On(published[0].Version);

        return new DraftView(published[0], sheets[0], draft, stored?.UpdatedAt, Newer(draft, published, sheets))
        {
            Scheduled = await queries.ScheduledAsync(actor, cancellationToken),
            LastNumber = await db.RateCardVersions.IgnoreQueryFilters().MaxAsync(v => v.Version, cancellationToken),
        };
    }

    // From the draft's base to the newest; only the newest for an operator without a draft.
    private static async Task<List<RateCardVersion>> HeadsSinceAsync(
        OpsCenterDbContext db, DateTimeOffset now, int? baseVersion, CancellationToken cancellationToken)
    {
        return baseVersion is { } from
            ? await db.RateCardVersions.AsNoTracking()
                .Where(v => v.Version == from || (v.Version > from && (!v.Scheduled || v.EffectiveFrom <= now)))
                .OrderBy(v => v.Version)
                .ToListAsync(cancellationToken)
            : [(await VersionHeads.ReadAsync(db, now, cancellationToken)).Current];
    }

    private static ColleagueChanges? Newer(RateCardDraft draft, IReadOnlyList<RateCardVersionView> published, List<RateCardSheet> sheets)
    {
        if (published.Count == 1)
        {
            return null;
        }

        var changes = Enumerable.Range(1, published.Count - 1)
            .Select(i => new PublishedChange(published[i], RateCardDiff.Between(sheets[i - 1], sheets[i])));

        return new ColleagueChanges([.. changes], DraftMerge.Onto(draft, sheets[0], published[^1].Version, sheets[^1]));
    }
}
