using System.Collections.Immutable;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>Prices a sample job by a card as it is typed and by the version in force, with the function that prices real ones. Records nothing.</summary>
public sealed class TestPrice(RateCardCache cards, CurrentVersion current)
{
    private const int Unpublished = 0;

    /// <summary>Prices the job twice.</summary>
    /// <param name="actor">Who asks. Costs and margins are in the answer.</param>
    /// <param name="draft">The card as it is typed, wrong texts included: rows that the job does not need may be half-written.</param>
    /// <param name="job">The job, within the bounds of <see cref="PriceLimits"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<PriceTest> HandleAsync(Actor actor, RateCardSheet draft, JobUsage job, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        var inForce = await cards.GetAsync(await current.NumberAsync(cancellationToken), cancellationToken);
        var unreadable = draft.Rows.Where(row => RateCardRules.Validate(row.Value).Any()).Select(row => row.Key).ToImmutableHashSet();
        ImmutableArray<RateCardRowKey> inTheWay = [.. NeededBy(job).Where(unreadable.Contains)];
        var explained = inTheWay.IsEmpty ? JobPricer.Explain(CardOf(draft, unreadable), job) : null;

        return new PriceTest(explained, inTheWay, JobPricer.Explain(inForce, job), inForce.Version, draft.Currency);
    }

    private static IEnumerable<RateCardRowKey> NeededBy(JobUsage job) =>
    [
        RateCardRowKey.Card,
        .. job.Byok ? Enumerable.Empty<RateCardRowKey>() : [new RateCardRowKey(RateCardSection.Routes, job.Route)],
        RateCardRowKey.Agent(job.Agent),
        .. job.Tools.Select(use => RateCardRowKey.Tool(use.Tool)).Distinct(),
    ];

    private static RateCard CardOf(RateCardSheet draft, ImmutableHashSet<RateCardRowKey> unreadable)
    {
        var content = (draft with { Rows = draft.Rows.RemoveRange(unreadable) }).ToContent(_ => Guid.Empty);

        return new RateCard(Unpublished, DateTimeOffset.MinValue, DateTimeOffset.MinValue, content);
    }
}
