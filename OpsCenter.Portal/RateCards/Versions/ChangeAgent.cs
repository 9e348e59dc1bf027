using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>
/// Changes, adds or takes out one agent by publishing the card in force with that one row changed. Drafts stay; they are moved onto the new
/// version like onto any other, and a scheduled version follows with its own changes.
/// </summary>
public sealed class ChangeAgent(
    VersionPublisher publisher, RateCardCache cards, PublishedVersions published, FormerAgents former, RateCardQueries queries)
{
    /// <summary>Publishes the change at once.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    /// <exception cref="ArgumentException">The row wanted bears another name.</exception>
    public async Task<ChangeAgentOutcome> HandleAsync(Actor.User actor, ChangeAgentInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        var key = RateCardRowKey.Agent(input.Name);

        if (input.Wanted is { } wanted && wanted.Key != key)
            throw new ArgumentException($"The row is of {wanted.Key}, not of {key}.", nameof(input));

        if (new PublishTerms(input.Note).NoteProblem is { } problem)
            return new ChangeAgentOutcome.Refused(problem);

        // Before the gate is closed: nobody shall wait for it. Rows of published versions never change.
        var origin = input.Seen is null && await former.FindAsync(actor, input.Name, cancellationToken) is { } agent
            ? await cards.GetAsync(agent.LastVersion, cancellationToken)
            : null;
        await using var publication = await publisher.BeginAsync(cancellationToken);
        var current = publication.Heads.Current;
        var before = await cards.GetAsync(current.Version, cancellationToken);
        var sheet = RateCardSheet.Of(before.Content);

        if (!RateCardRow.Equivalent(sheet.Find(key), input.Seen))
            return new ChangeAgentOutcome.ChangedMeanwhile(sheet.Find(key), await AuthorOfAsync(key, current.Version, cancellationToken));

        var terms = new PublishTerms(input.Note) { WhenScheduled = publication.Heads.Scheduled is null ? null : ScheduledChoice.Keep };
        var plan = new PublishPlan(before, sheet.With(key, input.Wanted), IdsOf: origin);
        var outcome = await publication.PublishAsync(actor, plan, terms, cancellationToken);

        if (outcome is PublishOutcome.Published)
            await publisher.CommitAsync(publication, cancellationToken);

        return Answer(outcome);
    }

    private static ChangeAgentOutcome Answer(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.Published done => new ChangeAgentOutcome.Published(done.Version),
        PublishOutcome.Invalid invalid => new ChangeAgentOutcome.Invalid(invalid.Problems),
        PublishOutcome.NotAsReviewed => new ChangeAgentOutcome.Refused("Nothing differs from the version in force."),
        PublishOutcome.TimeRefused refused => new ChangeAgentOutcome.Refused(refused.Message),
        _ => throw new InvalidOperationException($"One agent's row cannot lead to {outcome}."),
    };

    // The first version that has the row as it is now.
    private async Task<RateCardVersionView> AuthorOfAsync(RateCardRowKey key, int current, CancellationToken cancellationToken)
    {
        var numbers = await published.BetweenAsync(1, current, cancellationToken);
        var there = await RowAsync(current);
        var author = current;

        foreach (var number in numbers.Reverse().Skip(1))
        {
            if (!RateCardRow.Equivalent(await RowAsync(number), there))
                break;

            author = number;
        }

        return await queries.HeadAsync(author, cancellationToken);

        async Task<RateCardRow?> RowAsync(int number) => RateCardSheet.Of((await cards.GetAsync(number, cancellationToken)).Content).Find(key);
    }
}
