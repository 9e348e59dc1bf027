using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The signed-in operator's draft. Asks who acts before every step, so that a session that was ended counts at once.</summary>
public sealed class OwnDraft(CurrentActor current, GetDraft getDraft, ChangeDraftRow changeRow, MoveDraft moveDraft, DiscardDraft discardDraft)
{
    /// <summary>The draft, with what colleagues published meanwhile.</summary>
    public async Task<DraftView> GetAsync(CancellationToken cancellationToken) =>
        await getDraft.HandleAsync(await WhoAsync(cancellationToken), cancellationToken);

    /// <summary>Saves one row.</summary>
    public async Task<DraftOutcome> ChangeAsync(ChangeDraftRowInput input, CancellationToken cancellationToken) =>
        await changeRow.HandleAsync(await WhoAsync(cancellationToken), input, cancellationToken);

    /// <summary>Moves the draft onto a newer version.</summary>
    public async Task<DraftOutcome> MoveAsync(MoveDraftInput input, CancellationToken cancellationToken) =>
        await moveDraft.HandleAsync(await WhoAsync(cancellationToken), input, cancellationToken);

    /// <summary>Throws the draft away.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken) =>
        await discardDraft.HandleAsync(await WhoAsync(cancellationToken), cancellationToken);

    private async Task<Actor.User> WhoAsync(CancellationToken cancellationToken) => (await current.GetPersonAsync(cancellationToken)).Actor;
}
