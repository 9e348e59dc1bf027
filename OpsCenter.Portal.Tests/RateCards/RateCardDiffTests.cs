using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class RateCardDiffTests
{
    [Fact]
    public void A_changed_cell_is_told_with_both_texts()
    {
        var after = SampleCard.Content with { Routes = SampleCard.Content.Routes.SetItem(0, SampleCard.Gpt4 with { InputCostPer1K = 0.040m }) };

        var difference = RateCardDiff.Between(SampleCard.Content, after).Should().ContainSingle().Subject;

        difference.Kind.Should().Be(DifferenceKind.Changed);
        difference.Fields.Should().Equal(new FieldDifference(InputCost, "0.03", "0.04"));
    }

    [Fact]
    public void The_default_agent_rate_is_a_row_of_its_own()
    {
        var difference = RateCardDiff.Between(SampleCard.Content, SampleCard.Content with { DefaultAgentRatePer1K = 0.006m });

        difference.Should().ContainSingle().Which.Key.Should().Be(RateCardRowKey.Card);
    }

    [Fact]
    public void An_added_row_tells_every_cell_that_says_something()
    {
        var difference = RateCardDiff.Between(SampleCard.Content with { Tools = [] }, SampleCard.Content).Should().ContainSingle().Subject;

        difference.Kind.Should().Be(DifferenceKind.Added);
        difference.Fields.Select(f => f.Column).Should().Equal(Name, UnitType, UnitPrice, UnitCost, Meter, Active);
    }

    [Fact]
    public void A_card_survives_the_way_to_text_and_back()
    {
        var ids = new RateCardIds(DateTimeOffset.UnixEpoch, SampleCard.Content);

        var read = SampleCard.Sheet.ToContent(ids.For);

        read.DefaultAgentRatePer1K.Should().Be(0.005m);
        read.Routes.Should().BeEquivalentTo(SampleCard.Content.Routes);
        read.Agents.Should().Equal(SampleCard.Content.Agents);
        read.Tools.Should().Equal(SampleCard.Content.Tools);
    }

    [Fact]
    public void A_row_keeps_its_id_and_a_new_row_gets_one_of_the_moment()
    {
        var now = new DateTimeOffset(2026, 11, 22, 10, 42, 0, TimeSpan.Zero);
        var ids = new RateCardIds(now, SampleCard.Content);

        ids.For(SampleCard.Gpt4Key).Should().Be(SampleCard.Gpt4.Id);
        ids.For(RateCardRowKey.Tool("new")).ToString()[..13].Should().Be(Guid.CreateVersion7(now).ToString()[..13]);
    }

    [Fact]
    public void Half_written_numbers_stay_as_typed_and_cannot_be_read_as_a_price()
    {
        var row = SampleCard.Gpt4Row.With(InputCost, "0.");

        row[InputCost].Should().Be("0.");
        row.Number(InputCost).Should().BeNull();
    }

    [Theory]
    [InlineData("no_such_column", "1")]
    [InlineData("input_cost_per_1k", "1\0")]
    [InlineData("input_cost_per_1k", "\ud800")]
    public void A_row_takes_only_texts_that_can_be_kept(string column, string text)
    {
        var act = () => new RateCardRow(RateCardSection.Routes, [KeyValuePair.Create(column, text)]);

        act.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(0.0375, 0.03, 20.0)]
    [InlineData(0.008, 0.002, 75.0)]
    [InlineData(0.01, 0.02, -100.0)]
    public void A_margin_is_the_share_of_the_price_that_is_left(decimal price, decimal cost, decimal percent)
    {
        PriceMargin.Percent(price, cost).Should().Be(percent);
    }

    [Fact]
    public void A_price_of_nothing_has_no_margin()
    {
        PriceMargin.Percent(0m, 0.01m).Should().BeNull();
    }
}
