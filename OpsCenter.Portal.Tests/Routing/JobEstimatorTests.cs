using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Tests.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Routing;

public sealed class JobEstimatorTests
{
    [Fact]
    public void The_contracts_example_is_estimated_at_its_price()
    {
        var result = JobEstimator.EstimateJobCost(
            GoldenCard.Seeded, "research_pro", new TokenEstimate(6_000, 0, 2_000, 4_000), [new ToolUse("web.search", 3)], "openai:gpt-4", byok: false);

        var estimate = result.Should().BeOfType<EstimateResult.Estimated>().Subject.Estimate;
        var expected = estimate.Expected;
        (expected.LlmFee.Amount, expected.AgentFee.Amount, expected.ToolsFee.Amount, expected.Total.Amount).Should().Be((0.375m, 0.064m, 0.03m, 0.469m));
        (estimate.Low.Total.Amount, estimate.High.Total.Amount).Should().Be((0.303m, 0.635m));
    }

    [Fact]
    public void Under_BYOK_the_model_is_free_and_agent_and_tools_stay()
    {
        var result = JobEstimator.EstimateJobCost(
            GoldenCard.Seeded, "research_pro", new TokenEstimate(6_000, 0, 2_000, 4_000), [new ToolUse("web.search", 3)], "openai:gpt-4", byok: true);

        ((EstimateResult.Estimated)result).Estimate.Expected.Total.Amount.Should().Be(0.094m);
    }

    [Fact]
    public void What_the_card_lacks_is_named_instead_of_an_amount()
    {
        var result = JobEstimator.EstimateJobCost(
            GoldenCard.Seeded, "nobody", new TokenEstimate(1, 1, 1, 1), [new ToolUse("x.nothing", 1)], "openai:gpt-9", byok: false);

        result.Should().BeOfType<EstimateResult.Unknown>().Which.Causes.Select(c => c.Subject).Should().Equal("openai:gpt-9", "nobody", "x.nothing");
    }

    [Fact]
    public void Output_tokens_out_of_order_are_a_mistake_of_the_program()
    {
        var act = () => JobEstimator.EstimateJobCost(GoldenCard.Seeded, "research_pro", new TokenEstimate(1, 3, 2, 4), [], "openai:gpt-4", byok: false);

        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Property(Arbitrary = [typeof(PricingGenerators)], MaxTest = 500, QuietOnSuccess = true)]
    public void The_range_is_in_order_and_its_middle_is_the_price_of_that_job(PriceableCase given)
    {
        var job = given.Job with { Status = JobStatus.Succeeded, CachedInputTokens = 0, CacheWriteTokens = 0, ProviderCost = null };
        var tokens = new TokenEstimate(job.InputTokens, job.OutputTokens / 2, job.OutputTokens, PriceLimits.MaxTokens);

        var result = JobEstimator.EstimateJobCost(given.Card, job.Agent, tokens, job.Tools, job.Route, job.Byok);

        var estimate = ((EstimateResult.Estimated)result).Estimate;
        estimate.Expected.Should().Be(((PricingResult.Priced)JobPricer.Price(given.Card, job)).Price);
        estimate.Low.Total.Should().BeLessThanOrEqualTo(estimate.Expected.Total);
        estimate.High.Total.Should().BeGreaterThanOrEqualTo(estimate.Expected.Total);
    }
}
