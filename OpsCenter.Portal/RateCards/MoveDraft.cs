using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Moves an operator's draft onto a version that a colleague published meanwhile.</summary>
public sealed class MoveDraft(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, TimeProvider clock)
{
    /// <summary>Moves the draft. Rows only one side changed need no choice; nothing typed is dropped without one.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<DraftOutcome> HandleAsync(Actor.User actor, MoveDraftInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        var latest = RateCardSheet.Of((await cards.GetAsync(input.OntoVersion, cancellationToken)).Content);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = await DraftStore.LockAsync(db, actor.UserId, cancellationToken);

        if (stored is null || stored.Draft.BaseVersion >= input.OntoVersion)
        {
            return new DraftOutcome.MovedElsewhere();
        }

        var before = await cards.GetAsync(stored.Draft.BaseVersion, cancellationToken);
        var merge = DraftMerge.Onto(stored.Draft, RateCardSheet.Of(before.Content), input.OntoVersion, latest);

        if (merge.Resolve(input.Choices) is not { } moved)
        {
            return new DraftOutcome.Undecided(merge.Conflicts);
        }

        var now = clock.GetUtcNow();
        await DraftStore.LockOrStartAsync(db, actor.UserId, input.OntoVersion, now, cancellationToken);
        await DraftStore.RemoveAsync(db, actor.UserId, stored.Draft.Changes.Keys.Except(moved.Changes.Keys), cancellationToken);
        await db.RateCardDrafts
            .Where(d => d.OperatorId == actor.UserId)
            .ExecuteUpdateAsync(d => d.SetProperty(h => h.BaseVersion, input.OntoVersion), cancellationToken);
        await DraftStore.DeleteAsync(db, actor.UserId, onlyIfEmpty: true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new DraftOutcome.Saved(now);
    }
}
