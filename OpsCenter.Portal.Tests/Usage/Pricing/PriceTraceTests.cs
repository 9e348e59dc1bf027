using System.Collections.Immutable;
using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

public sealed class PriceTraceTests
{
    private static readonly JobUsage Brief = new()
    {
        Agent = "research_pro",
        Route = "openai:gpt-4",
        InputTokens = 6_000,
        OutputTokens = 2_000,
        Tools = [new ToolUse("web.search", 3m)],
    };

    [Fact]
    public void The_briefs_job_reads_as_a_person_would_calculate_it()
    {
        Lines(Brief).Should().Equal(
            "LlmFee · openai:gpt-4 before markup · 6,000 × 0.03 ÷ 1,000 + 2,000 × 0.06 ÷ 1,000 = 0.3",
            "LlmFee · 25 % markup · 0.3 × 1.25 = 0.375",
            "AgentFee · Agent · 8,000 × 0.008 ÷ 1,000 = 0.064",
            "ToolsFee · web.search · 3 × 0.01 = 0.03",
            "Total · Total · 0.375 + 0.064 + 0.03 = 0.469",
            "LlmCost · openai:gpt-4 at the card's cost · 6,000 × 0.03 ÷ 1,000 + 2,000 × 0.06 ÷ 1,000 = 0.3",
            "ToolsCost · web.search · 3 × 0.005 = 0.015",
            "Cost · Cost · 0.3 + 0.015 = 0.315",
            "Margin · Margin · 0.469 − 0.315 = 0.154");
    }

    [Fact]
    public void A_failed_job_says_which_rules_spoke()
    {
        var job = Brief with { Agent = "min_output", Status = JobStatus.Failed, Tools = [], ProviderCost = 0.25m };

        Lines(job).Should().Equal(
            "LlmFee · Failed or aborted job, policy output only: input counts 0 · 0",
            "LlmFee · openai:gpt-4 before markup · 0 × 0.03 ÷ 1,000 + 2,000 × 0.06 ÷ 1,000 = 0.12",
            "LlmFee · 25 % markup · 0.12 × 1.25 = 0.15",
            "AgentFee · Failed or aborted job, policy output only: input counts 0 · 0",
            "AgentFee · Agent before minimum fee · 2,000 × 0.01 ÷ 1,000 = 0.02",
            "AgentFee · Agent with minimum fee · max(0.02, 0) = 0.02",
            "ToolsFee · No tools used · 0",
            "Total · Total · 0.15 + 0.02 + 0 = 0.17",
            "LlmCost · Reported by the provider · 0.25",
            "ToolsCost · No tools used · 0",
            "Cost · Cost · 0.25 + 0 = 0.25",
            "Margin · Margin · 0.17 − 0.25 = -0.08");
    }

    [Fact]
    public void A_free_job_and_BYOK_are_rules_and_cached_tokens_are_terms()
    {
        Lines(Brief with { Agent = "min_free", Status = JobStatus.Aborted, Byok = true }).Take(3).Should().Equal(
            "LlmFee · BYOK: the customer's own key paid the model · 0",
            "AgentFee · Failed or aborted job, policy free: nothing is charged · 0",
            "ToolsFee · Failed or aborted job, policy free: nothing is charged · 0");
        Lines(Brief with { Route = "x:cached", CachedInputTokens = 3_000, CacheWriteTokens = 1_000 })[0].Should().Be(
            "LlmFee · x:cached before markup · "
            + "2,000 × 0.003 ÷ 1,000 + 3,000 × 0.0003 ÷ 1,000 + 1,000 × 0.00375 ÷ 1,000 + 2,000 × 0.015 ÷ 1,000 = 0.04065");
    }

    [Fact]
    public void Factors_say_what_they_are()
    {
        var steps = Explain(Brief with { Agent = "plain", CachedInputTokens = 1_000 }).Steps;

        steps.Take(4).SelectMany(s => s.Factors).Select(f => $"{f.Symbol} {f.Text}").Should().Equal(
            "+ 5,000 uncached input tokens", "× 0.03 USD per 1K", "÷ 1,000",
            "+ 1,000 cached input tokens", "× 0.03 USD per 1K", "÷ 1,000",
            "+ 2,000 output tokens", "× 0.06 USD per 1K", "÷ 1,000",
            "+ 0.3 USD (before markup)", "× 1.25 (25 % markup)",
            "+ 8,000 input and output tokens", "× 0.005 USD per 1K (default agent rate)", "÷ 1,000",
            "+ 3 units", "× 0.01 USD per request");
    }

    [Fact]
    public void Rounding_is_shown_where_it_changed_something()
    {
        var steps = Explain(Brief with { ProviderCost = 0.3000000000005m }).Steps;

        var rounded = steps.Should().ContainSingle(s => s.RoundingChanged).Subject;
        rounded.Part.Should().Be(PricePart.LlmCost);
        rounded.Exact.Should().Be(0.3000000000005m);
        rounded.Rounded.Should().Be(0.300000000001m);
    }

    [Fact]
    public void Several_tools_are_rounded_one_by_one_and_summed()
    {
        var steps = Explain(Brief with { Tools = [new ToolUse("x.tiny", 0.5m), new ToolUse("web.search", 2m)] }).Steps;

        steps.Where(s => s.Part is PricePart.ToolsFee).Select(s => s.Formula).Should().Equal(
            "0.5 × 0.000000000001 = 0.0000000000005",
            "2 × 0.01 = 0.02",
            "0.000000000001 + 0.02 = 0.020000000001");
    }

    [Property(Arbitrary = [typeof(PricingGenerators)], MaxTest = 300)]
    public void Recomputing_finds_every_number_that_was_tampered_with(PriceableCase given, byte which)
    {
        var steps = JobPricer.Explain(given.Card, given.Job).Trace.Steps;
        var index = which % steps.Length;
        var step = steps[index];
        var tampered = new[]
        {
            step with { Exact = step.Exact + 0.000000000001m },
            step with { Rounded = step.Result + 0.000000000001m },
            step with { Number = step.Number + 1 },
            step with { Factors = step.Factors.Add(new TraceFactor(TraceOperator.Add, 1_000_000_000_000m, "USD", "")) },
            step with { Factors = Refer(step, index + 1) },
        };

        foreach (var change in tampered.Where(t => t != step))
        {
            new PriceTrace(steps.SetItem(index, change)).Recompute().Should().Contain(change);
        }
    }

    [Fact]
    public void A_reference_to_an_earlier_step_has_that_steps_value()
    {
        var steps = Explain(Brief).Steps;
        var altered = steps.SetItem(2, steps[2] with { Exact = 0.065m, Rounded = 0.065m });

        var wrong = new PriceTrace(altered).Recompute();

        wrong.Select(s => s.Label).Should().Equal("Agent", "Total");
    }

    private static ImmutableArray<TraceFactor> Refer(TraceStep step, int number) =>
        step.IsRule ? [new TraceFactor(TraceOperator.Add, 1m, "", "", number)] : [step.Factors[0] with { FromStep = number }, .. step.Factors.Skip(1)];

    private static PriceTrace Explain(JobUsage job) => JobPricer.Explain(GoldenCard.WithEveryRule, job).Trace;

    private static string[] Lines(JobUsage job) => [.. Explain(job).Steps.Select(s => $"{s.Part} · {s.Label} · {s.Formula}")];
}
