using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Yaml;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards.Yaml;

public sealed class RateCardYamlTests
{
    private const string Written = """
        version: 3
        currency: USD
        default_agent_rate_per_1k: 0.005
        routes:
        - route: openai:gpt-4
          provider: openai
          model: gpt-4
          class: frontier
          input_cost_per_1k: 0.03
          output_cost_per_1k: 0.06
          cached_input_cost_per_1k: null
          cache_write_cost_per_1k: null
          markup_percent: 25
          byok_enabled: true
          active: true
        agents:
        - name: research_pro
          display_name: "Research Pro"
          description: "Reads and reports."
          rate_per_1k: 0.008
          min_fee: 0
          max_job_cost: null
          preferred_class: null
          failure_policy: bill
          active: true
        tools:
        - name: web.search
          unit_type: request
          unit_price: 0.01
          unit_cost: 0.005
          meter: tool.web.request
          active: true

        """;

    private static readonly RateCardSheet Small = RateCardSheet.Of(SampleCard.Content with { Routes = [SampleCard.Gpt4] });

    [Fact]
    public void A_card_is_written_with_the_keys_of_the_contract() => RateCardYamlWriter.Write(3, Small).Should().Be(Written);

    [Fact]
    public void A_part_that_the_file_does_not_name_is_left_alone()
    {
        var card = Read("currency: USD\ntools: []\n");

        var after = card.Over(SampleCard.Sheet);

        RateCardDiff.Between(SampleCard.Sheet, after).Select(d => (d.Key, d.Kind)).Should().Equal((RateCardRowKey.Tool("web.search"), DifferenceKind.Removed));
    }

    [Fact]
    public void Numbers_may_be_quoted_as_in_json_and_comments_are_left_out()
    {
        var card = Read("# dear\ncurrency: \"USD\"\ndefault_agent_rate_per_1k: '0.0050' # the same\n");

        RateCardDiff.Between(Small, card.Over(Small)).Should().BeEmpty();
    }

    [Fact]
    public void Prices_that_follow_from_cost_and_markup_may_stand_there()
    {
        var card = Read(Written.Replace("  byok_enabled", "  input_price_per_1k: 0.03750\n  output_price_per_1k: 0.075\n  byok_enabled", StringComparison.Ordinal));

        RateCardDiff.Between(Small, card.Over(Small)).Should().BeEmpty();
    }

    private static YamlCard Read(string text)
    {
        var reading = RateCardYamlReader.Read(text, Currency.Usd);
        reading.Problems.Should().BeEmpty();

        return reading.Card!; // there are no problems
    }
}
