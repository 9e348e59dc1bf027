using System.Collections.Immutable;
using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

public sealed class UsageBoundsTests
{
    private static readonly JobUsage Good = new() { Agent = "research_pro", Route = "openai:gpt-4", InputTokens = 10, OutputTokens = 10 };

    public static TheoryData<string, JobUsage> OutOfBounds => new()
    {
        { "InputTokens", Good with { InputTokens = -1 } },
        { "InputTokens", Good with { InputTokens = PriceLimits.MaxTokens + 1 } },
        { "InputTokens", Good with { InputTokens = long.MaxValue } },
        { "OutputTokens", Good with { OutputTokens = -1 } },
        { "OutputTokens", Good with { OutputTokens = PriceLimits.MaxTokens + 1 } },
        { "CachedInputTokens", Good with { CachedInputTokens = -1 } },
        { "CachedInputTokens", Good with { CachedInputTokens = 11 } },
        { "CachedInputTokens", Good with { CachedInputTokens = 6, CacheWriteTokens = 5 } },
        { "CachedInputTokens", Good with { CachedInputTokens = long.MaxValue, CacheWriteTokens = long.MaxValue } },
        { "CacheWriteTokens", Good with { CacheWriteTokens = -1 } },
        { "CacheWriteTokens", Good with { CacheWriteTokens = long.MaxValue } },
        { "ProviderCost", Good with { ProviderCost = -0.01m } },
        { "ProviderCost", Good with { ProviderCost = JobUsage.MaxProviderCost + 0.01m } },
        { "Tools", Good with { Tools = [.. Enumerable.Repeat(new ToolUse("web.search", 1m), PriceLimits.MaxTools + 1)] } },
        { "Units", Good with { Tools = Use(0m) } },
        { "Units", Good with { Tools = Use(-1m) } },
        { "Units", Good with { Tools = Use(PriceLimits.MaxUnits + 0.000001m) } },
        { "Units", Good with { Tools = Use(1.0000001m) } },
    };

    public static TheoryData<JobUsage> AtBounds => new()
    {
        Good with { InputTokens = 0, OutputTokens = 0 },
        Good with { InputTokens = PriceLimits.MaxTokens, OutputTokens = PriceLimits.MaxTokens, CachedInputTokens = PriceLimits.MaxTokens },
        Good with { CachedInputTokens = 4, CacheWriteTokens = 6 },
        Good with { ProviderCost = 0m },
        Good with { ProviderCost = JobUsage.MaxProviderCost },
        Good with { Tools = [.. Enumerable.Repeat(new ToolUse("web.search", 1m), PriceLimits.MaxTools)] },
        Good with { Tools = Use(PriceLimits.MaxUnits) },
        Good with { Tools = Use(0.000001m) },
        Good with { Tools = Use(1.000000000000m) },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public void A_number_out_of_bounds_is_a_broken_invariant_that_names_the_field(string field, JobUsage job)
    {
        var price = () => JobPricer.Price(GoldenCard.Seeded, job);

        price.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(field);
    }

    [Theory]
    [MemberData(nameof(AtBounds))]
    public void A_number_at_its_bound_is_priced(JobUsage job)
    {
        var result = JobPricer.Price(GoldenCard.Seeded, job);

        result.Should().BeOfType<PricingResult.Priced>();
    }

    private static ImmutableArray<ToolUse> Use(decimal units) => [new ToolUse("web.search", units)];
}
