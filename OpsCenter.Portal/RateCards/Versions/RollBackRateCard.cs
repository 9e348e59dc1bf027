using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Publishes the prices of an earlier version again, as a new one. Drafts stay; they are moved onto it like onto any other.</summary>
public sealed class RollBackRateCard(VersionPublisher publisher, RateCardCache cards, PublishedVersions published, RateCardQueries queries)
{
    /// <summary>Publishes the old prices.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<PublishOutcome> HandleAsync(Actor.User actor, RollBackInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);

        if (input.Terms.NoteProblem is { } problem)
            return new PublishOutcome.NoteRefused(problem);

        await using var publication = await publisher.BeginAsync(cancellationToken);
        var current = publication.Heads.Current;

        if (current.Version != input.OnVersion)
            return new PublishOutcome.Outdated((await queries.NamedAsync([current], cancellationToken)).Single());

        // Prices that never held are no prices to go back to.
        if (!await published.ContainAsync(input.Version, cancellationToken))
            return new PublishOutcome.NotAsReviewed();

        var old = await cards.GetAsync(input.Version, cancellationToken);
        var plan = new PublishPlan(await cards.GetAsync(current.Version, cancellationToken), RateCardSheet.Of(old.Content), old);
        var outcome = await publication.PublishAsync(actor, plan, input.Terms, cancellationToken);

        if (outcome is PublishOutcome.Published)
            await publisher.CommitAsync(publication, cancellationToken);

        return outcome;
    }
}
