using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>What a sample job would cost.</summary>
/// <param name="Draft">By the card as it is typed; null when rows that it needs cannot be read.</param>
/// <param name="Unreadable">These rows.</param>
/// <param name="InForce">By the version in force.</param>
/// <param name="Version">The number of that version.</param>
/// <param name="Currency">The currency of both.</param>
public sealed record PriceTest(
    ExplainedPrice? Draft, ImmutableArray<RateCardRowKey> Unreadable, ExplainedPrice InForce, int Version, Currency Currency)
{
    /// <summary>The draft's price; null when there is none.</summary>
    public JobPrice? DraftPrice => PriceOf(Draft);

    /// <summary>The price of the version in force; null when it would hold the job.</summary>
    public JobPrice? InForcePrice => PriceOf(InForce);

    private static JobPrice? PriceOf(ExplainedPrice? explained) => (explained?.Result as PricingResult.Priced)?.Price;
}
