using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Saves one row of an operator's draft. Rows are saved alone, so that two tabs of one operator merge.</summary>
public sealed class ChangeDraftRow(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, TimeProvider clock)
{
    /// <summary>Saves the row as typed. A row that says what the base version says is no change, and an empty draft is none.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<DraftOutcome> HandleAsync(Actor.User actor, ChangeDraftRowInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        var card = await cards.GetAsync(input.BaseVersion, cancellationToken);
        var published = RateCardSheet.Of(card.Content).Find(input.Key);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        if (await DraftStore.LockOrStartAsync(db, actor.UserId, input.BaseVersion, now, cancellationToken) != input.BaseVersion)
        {
            return new DraftOutcome.MovedElsewhere();
        }

        if (RateCardRow.Equivalent(published, input.Row))
        {
            await DraftStore.RemoveAsync(db, actor.UserId, [input.Key], cancellationToken);
            await DraftStore.DeleteAsync(db, actor.UserId, onlyIfEmpty: true, cancellationToken);
        }
        else
        {
            await DraftStore.PutAsync(db, actor.UserId, input.Key, input.Row, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);

        return new DraftOutcome.Saved(now);
    }
}
