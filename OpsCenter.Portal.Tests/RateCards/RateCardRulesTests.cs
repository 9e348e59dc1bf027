using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class RateCardRulesTests
{
    [Fact]
    public void The_seeded_card_has_no_problem()
    {
        RateCardRules.Validate(SampleCard.Content).Should().BeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0300")]
    [InlineData(".03")]
    [InlineData(" 0.03 ")]
    [InlineData("1000")]
    [InlineData("0.0000000001")]
    [InlineData("0.000000000100000")]
    public void A_rate_within_its_limits_is_right(string text)
    {
        CellRules.Check(InputCost, text).Should().BeNull();
    }

    [Theory]
    [InlineData("", "Enter the input cost.")]
    [InlineData("  ", "Enter the input cost.")]
    [InlineData("abc", "Write a number: 0.03")]
    [InlineData("1e3", "Write a number: 0.03")]
    [InlineData("0.", "Write a number: 0.03")]
    [InlineData("0,03", "Write a point for decimals and no commas: 0.03")]
    [InlineData("-0.01", "Must be 0 or more.")]
    [InlineData("1000.01", "At most 1,000 per 1K tokens.")]
    [InlineData("0.00000000001", "At most 10 decimals per 1K tokens.")]
    [InlineData("0.0312345678901234567890123456789", "At most 1,000 per 1K tokens, with at most 10 decimals.")]
    public void A_wrong_rate_is_told_its_limit(string text, string message)
    {
        CellRules.Check(InputCost, text).Should().Be(message);
    }

    [Theory]
    [InlineData("10000.01", "At most 10,000 %.")]
    [InlineData("25.125", "At most 2 decimals.")]
    [InlineData("10000", null)]
    [InlineData("0", null)]
    public void A_markup_has_two_decimals_and_ends_at_ten_thousand_percent(string text, string? message)
    {
        CellRules.Check(Markup, text).Should().Be(message);
    }

    [Theory]
    [InlineData("10000.000000000001", "At most 10,000 per unit.")]
    [InlineData("0.0000000000001", "At most 12 decimals.")]
    [InlineData("0.000000000001", null)]
    public void A_unit_price_has_twelve_decimals_and_ends_at_ten_thousand(string text, string? message)
    {
        CellRules.Check(UnitPrice, text).Should().Be(message);
    }

    [Theory]
    [InlineData("1000000.0001", "At most 1,000,000 per job.")]
    [InlineData("0.00001", "At most 4 decimals.")]
    [InlineData("1000000", null)]
    public void An_amount_per_job_has_four_decimals_and_ends_at_a_million(string text, string? message)
    {
        CellRules.Check(MinFee, text).Should().Be(message);
    }

    [Theory]
    [InlineData("openai", null)]
    [InlineData("house_vllm-2.x", null)]
    [InlineData("OpenAI", "Lower-case letters, digits, dots, hyphens and underscores only.")]
    [InlineData("open:ai", "Lower-case letters, digits, dots, hyphens and underscores only.")]
    [InlineData("openai\n", "Lower-case letters, digits, dots, hyphens and underscores only.")]
    [InlineData("", "Enter the provider.")]
    public void A_provider_is_a_plain_lower_case_word(string text, string? message)
    {
        CellRules.Check(Provider, text).Should().Be(message);
    }

    [Theory]
    [InlineData("llama3:70b", null)]
    [InlineData("meta/llama-3", null)]
    [InlineData("gpt 4", "Printable characters without spaces only.")]
    [InlineData("gpt\u200b4", "Printable characters without spaces only.")]
    public void A_model_may_contain_colons_but_nothing_invisible(string text, string? message)
    {
        CellRules.Check(Model, text).Should().Be(message);
    }

    [Fact]
    public void A_name_ends_at_a_hundred_characters()
    {
        CellRules.Check(Model, new string('m', 100)).Should().BeNull();
        CellRules.Check(Model, new string('m', 101)).Should().Be("At most 100 characters.");
    }

    [Fact]
    public void Optional_cells_may_be_empty()
    {
        RateCardColumn[] optional = [CachedInputCost, CacheWriteCost, AgentRate, MaxJobCost, Description];

        optional.Select(c => CellRules.Check(c, "")).Should().OnlyContain(m => m == null);
    }

    [Fact]
    public void Byok_is_no_class_of_a_row()
    {
        var card = SampleCard.Content with { Routes = [SampleCard.Gpt4 with { Class = RouteClass.Byok }] };

        RateCardRules.Validate(card).Should().Equal(
            new RateCardProblem(RateCardSection.Routes, "openai:gpt-4", "class", "Choose one of: house, frontier."));
    }

    [Fact]
    public void A_route_that_stands_twice_is_named()
    {
        var card = SampleCard.Content with { Routes = [SampleCard.Gpt4, SampleCard.Gpt4] };

        RateCardRules.Validate(card).Should().Equal(
            new RateCardProblem(RateCardSection.Routes, "openai:gpt-4", "", "openai:gpt-4 is on the card 2 times."));
    }

    [Fact]
    public void A_ceiling_below_the_minimum_fee_is_a_problem_of_the_ceiling()
    {
        var card = SampleCard.Content with { Agents = [SampleCard.ResearchPro with { MinFee = 2m, MaxJobCost = 1.5m }] };

        RateCardRules.Validate(card).Should().Equal(
            new RateCardProblem(RateCardSection.Agents, "research_pro", "max_job_cost", "The ceiling must not be below the minimum fee."));
    }

    [Fact]
    public void More_than_a_thousand_tools_are_too_many()
    {
        var tools = Enumerable.Range(0, 1_001).Select(i => SampleCard.WebSearch with { Name = $"tool.{i}" });

        RateCardRules.Validate(SampleCard.Content with { Tools = [.. tools] }).Should().Equal(
            new RateCardProblem(RateCardSection.Tools, "", "", "At most 1,000 rows."));
    }

    [Fact]
    public void A_card_without_a_default_agent_rate_is_not_publishable()
    {
        var sheet = SampleCard.Sheet.With(RateCardRowKey.Card, null);

        RateCardRules.Validate(sheet).Should().ContainSingle().Which.Message.Should().Be("Enter the default agent rate.");
    }
}
