using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Throws an operator's own draft away.</summary>
public sealed class DiscardDraft(IDbContextFactory<OpsCenterDbContext> contexts)
{
    /// <summary>Deletes the draft; nothing happens when there is none.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task HandleAsync(Actor.User actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await DraftStore.DeleteAsync(db, actor.UserId, onlyIfEmpty: false, cancellationToken);
    }
}
