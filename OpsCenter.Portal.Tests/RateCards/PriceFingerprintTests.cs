using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class PriceFingerprintTests
{
    private static readonly RateCardContent Card = SampleCard.Content;

    public static TheoryData<string, RateCardContent> SamePrices => new()
    {
        { "order", Card with { Routes = [.. Card.Routes.Reverse()] } },
        { "identities", Card with { Routes = [.. Card.Routes.Select(r => r with { Id = Guid.Empty })] } },
        { "trailing zeros", Card with { DefaultAgentRatePer1K = 0.00500m } },
        { "words about an agent", Card with { Agents = [SampleCard.ResearchPro with { DisplayName = "Other", Description = "Other." }] } },
        { "whether it may be started", Card with { Tools = [SampleCard.WebSearch with { Active = false }] } },
    };

    public static TheoryData<string, RateCardContent> OtherPrices => new()
    {
        { "default rate", Card with { DefaultAgentRatePer1K = 0.006m } },
        { "input cost", WithRoute(r => r with { InputCostPer1K = 0.031m }) },
        { "output cost", WithRoute(r => r with { OutputCostPer1K = 0.061m }) },
        { "cached input cost", WithRoute(r => r with { CachedInputCostPer1K = 0.03m }) },
        { "cache write cost", WithRoute(r => r with { CacheWriteCostPer1K = 0.03m }) },
        { "markup", WithRoute(r => r with { MarkupPercent = 26m }) },
        { "one route less", Card with { Routes = [.. Card.Routes.Skip(1)] } },
        { "agent rate", Card with { Agents = [SampleCard.ResearchPro with { RatePer1K = null }] } },
        { "minimum fee", Card with { Agents = [SampleCard.ResearchPro with { MinFee = 0.01m }] } },
        { "failure policy", Card with { Agents = [SampleCard.ResearchPro with { FailurePolicy = FailurePolicy.Free }] } },
        { "unit price", Card with { Tools = [SampleCard.WebSearch with { UnitPrice = 0.02m }] } },
        { "unit cost", Card with { Tools = [SampleCard.WebSearch with { UnitCost = 0.006m }] } },
    };

    [Theory]
    [MemberData(nameof(SamePrices))]
    public void What_changes_no_price_changes_no_fingerprint(string what, RateCardContent other) =>
        PriceFingerprint.Of(other).Should().Equal(PriceFingerprint.Of(Card), "{0} does not count", what);

    [Theory]
    [MemberData(nameof(OtherPrices))]
    public void What_changes_a_price_changes_the_fingerprint(string what, RateCardContent other) =>
        PriceFingerprint.Of(other).Should().NotEqual(PriceFingerprint.Of(Card), "{0} counts", what);

    private static RateCardContent WithRoute(Func<LlmRoute, LlmRoute> change) =>
        Card with { Routes = [change(Card.Routes[0]), .. Card.Routes.Skip(1)] };
}
