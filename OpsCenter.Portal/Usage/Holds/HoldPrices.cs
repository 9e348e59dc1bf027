using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Applies the rule of <see cref="HoldPricing"/> to stored holds.</summary>
public sealed class HoldPrices(RateCardCache cards, PublishedVersions published)
{
    /// <summary>What the versions up to the newest in force make of a held job whose customer is known.</summary>
    internal async Task<HoldDecision> DecideAsync(HeldJob job, int newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var versions = new List<RateCard>();

        foreach (var version in await published.BetweenAsync(job.RateCardVersion, Math.Max(newest, job.RateCardVersion), cancellationToken))
            versions.Add(await cards.GetAsync(version, cancellationToken));

        return HoldPricing.Decide(versions, job.Usage, job.Exposure, job.OccurredAt, now);
    }

    /// <summary>What becomes of a hold when the portal tries it by itself.</summary>
    internal async Task<HoldChange> TryAsync(HeldJob job, int newest, DateTimeOffset now, string by, CancellationToken cancellationToken)
    {
        var tried = job with { TriedVersion = newest };

        return job.OrganizationId is null
            ? new HoldChange(job, tried)
            : await DecideAsync(job, newest, now, cancellationToken) switch
            {
                HoldDecision.Charges(var card, var price) => HoldChange.Charge(job, tried, card, price, now, by),
                HoldDecision.Proposes(var card, var price) => new HoldChange(job, tried with { Proposal = new HoldProposal(card.Version, price.Total) }),
                HoldDecision.Waits => new HoldChange(job, tried),
                var decision => throw new InvalidOperationException($"No rule for {decision}."),
            };
    }
}
