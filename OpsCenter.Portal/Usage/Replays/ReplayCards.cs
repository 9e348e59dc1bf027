using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>Finds the prices to replay: those of a version, or the operator's own draft.</summary>
public sealed class ReplayCards(GetDraft drafts, RateCardQueries versions)
{
    /// <summary>Finds them.</summary>
    /// <param name="actor">Whose draft it is; for a version, whoever may see rate cards.</param>
    /// <param name="version">A version; null for the draft.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards, or has no draft because it may not edit them.</exception>
    public async Task<ReplayCardOutcome> FindAsync(Actor actor, int? version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);

        return version is { } number ? await OfVersionAsync(actor, number, cancellationToken) : await OfDraftAsync(actor, cancellationToken);
    }

    private async Task<ReplayCardOutcome> OfVersionAsync(Actor actor, int version, CancellationToken cancellationToken) =>
        await versions.FindAsync(actor, version, cancellationToken) is { } found
            ? new ReplayCardOutcome.Found(new ReplayCard(version, found.Content, ChangeCount: 0))
            : new ReplayCardOutcome.Unreadable($"There is no version {version}.");

    private async Task<ReplayCardOutcome> OfDraftAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);

        if (actor is not Actor.User person)
            return new ReplayCardOutcome.Unreadable("Only people have drafts.");

        var draft = await drafts.HandleAsync(person, cancellationToken);
        var problems = RateCardRules.Validate(draft.Sheet).Length;

        // Identities are given when a version is published; no price depends on them.
        return problems == 0
            ? new ReplayCardOutcome.Found(new ReplayCard(draft.Base.Version, draft.Sheet.ToContent(_ => Guid.Empty), draft.Differences.Count))
            : new ReplayCardOutcome.Unreadable($"Your draft has {(problems == 1 ? "a problem" : $"{problems} problems")} to correct on the rate card first.");
    }
}
