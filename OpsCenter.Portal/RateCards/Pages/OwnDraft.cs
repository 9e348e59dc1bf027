using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The signed-in operator's draft. Asks who acts before every step, so that a session that was ended counts at once.</summary>
public sealed partial class OwnDraft(
    CurrentActor current, GetDraft getDraft, ChangeDraftRow changeRow, MoveDraft moveDraft, DiscardDraft discardDraft, ILogger<OwnDraft> logger)
{
    /// <summary>The draft, with what colleagues published meanwhile.</summary>
    public async Task<DraftView> GetAsync(CancellationToken cancellationToken) =>
        await getDraft.HandleAsync(await WhoAsync(cancellationToken), cancellationToken);

    /// <summary>Saves one row. A database that is away is an answer here, because the page keeps what was typed and tries again.</summary>
    public async Task<DraftOutcome> ChangeAsync(ChangeDraftRowInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await changeRow.HandleAsync(await WhoAsync(cancellationToken), input, cancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            NotSaved(exception, input.BaseVersion);
            return new DraftOutcome.OutOfReach();
        }
    }

    /// <summary>Moves the draft onto a newer version.</summary>
    public async Task<DraftOutcome> MoveAsync(MoveDraftInput input, CancellationToken cancellationToken) =>
        await moveDraft.HandleAsync(await WhoAsync(cancellationToken), input, cancellationToken);

    /// <summary>Throws the draft away.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken) =>
        await discardDraft.HandleAsync(await WhoAsync(cancellationToken), cancellationToken);

    private async Task<Actor.User> WhoAsync(CancellationToken cancellationToken) => (await current.GetPersonAsync(cancellationToken)).Actor;

    [LoggerMessage(1501, LogLevel.Warning, "A draft on rate card version {BaseVersion} could not be saved")]
    private partial void NotSaved(Exception exception, int baseVersion);
}
