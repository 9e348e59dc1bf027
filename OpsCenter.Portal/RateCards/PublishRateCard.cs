using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.RateCards;

/// <summary>Makes an operator's draft the next version of the rate card.</summary>
public sealed class PublishRateCard(VersionPublisher publisher, RateCardCache cards, RateCardQueries queries)
{
    /// <summary>Publishes what was reviewed, at once or for a time to come; version, audit row and the end of the draft are one transaction.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<PublishOutcome> HandleAsync(Actor.User actor, PublishRateCardInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);

        if (input.Terms.NoteProblem is { } problem)
            return new PublishOutcome.NoteRefused(problem);

        await using var publication = await publisher.BeginAsync(cancellationToken);
        var current = publication.Heads.Current;

        if (current.Version != input.BaseVersion)
            return new PublishOutcome.Outdated((await queries.NamedAsync([current], cancellationToken)).Single());

        var stored = await DraftStore.LockAsync(publication.Db, actor.UserId, cancellationToken);

        if (stored is null || stored.Draft.BaseVersion != input.BaseVersion || stored.UpdatedAt != input.DraftSavedAt)
            return new PublishOutcome.NotAsReviewed();

        var before = await cards.GetAsync(current.Version, cancellationToken);
        var plan = new PublishPlan(before, stored.Draft.Apply(RateCardSheet.Of(before.Content)));
        var outcome = await publication.PublishAsync(actor, plan, input.Terms, cancellationToken);

        if (outcome is PublishOutcome.Published)
        {
            await DraftStore.DeleteAsync(publication.Db, actor.UserId, onlyIfEmpty: false, cancellationToken);
            await publisher.CommitAsync(publication, cancellationToken);
        }

        return outcome;
    }
}
