using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Puts rows of a file into an operator's draft: all of them or none. They are published like anything typed, after a review.</summary>
public sealed class ImportRateCard(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, TimeProvider clock)
{
    /// <summary>Takes the rows over, unless the draft is no longer the one the preview compared with.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<DraftOutcome> HandleAsync(Actor.User actor, ImportRateCardInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        var published = RateCardSheet.Of((await cards.GetAsync(input.BaseVersion, cancellationToken)).Content);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        if ((await DraftStore.LockAsync(db, actor.UserId, cancellationToken))?.UpdatedAt != input.DraftSavedAt
            || await DraftStore.LockOrStartAsync(db, actor.UserId, input.BaseVersion, now, cancellationToken) != input.BaseVersion)
        {
            return new DraftOutcome.MovedElsewhere();
        }

        var asPublished = input.Rows.Where(row => RateCardRow.Equivalent(published.Find(row.Key), row.Value)).Select(row => row.Key).ToList();
        await DraftStore.RemoveAsync(db, actor.UserId, asPublished, cancellationToken);
        await DraftStore.PutAsync(db, actor.UserId, input.Rows.ExceptBy(asPublished, row => row.Key), now, cancellationToken);
        await DraftStore.DeleteAsync(db, actor.UserId, onlyIfEmpty: true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new DraftOutcome.Saved(now);
    }
}
