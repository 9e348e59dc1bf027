using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class MarginFloorTests
{
    [Theory]
    [InlineData("25", 20.0)] // 0.03 sells for 0.0375: 0.0075 of it is left
    [InlineData("300", 75.0)]
    [InlineData("0", 0.0)]
    public void The_margin_of_a_model_follows_from_its_markup(string markup, double percent) =>
        MarginFloor.MarginOf(SampleCard.Gpt4Row.With(RateCardColumns.Markup, markup)).Should().Be((decimal)percent);

    [Theory]
    [InlineData("0.01", "0.005", 50.0)]
    [InlineData("0.01", "0.02", -100.0)]
    [InlineData("0", "0.005", -100.0)]
    public void The_margin_of_a_tool_is_what_its_price_leaves(string price, string cost, double percent) =>
        MarginFloor.MarginOf(Tool(price, cost)).Should().Be((decimal)percent);

    [Fact]
    public void What_costs_nothing_and_is_given_away_has_no_margin()
    {
        var model = SampleCard.Gpt4Row.With(RateCardColumns.InputCost, "0").With(RateCardColumns.OutputCost, "0");

        MarginFloor.MarginOf(model).Should().BeNull();
        MarginFloor.MarginOf(Tool("0", "0")).Should().BeNull();
    }

    [Fact]
    public void A_margin_exactly_on_the_floor_is_no_breach_and_one_below_is()
    {
        new MarginFloor(20m).Breaches(SampleCard.Sheet).Should().BeEmpty();
        new MarginFloor(20.1m).Breaches(SampleCard.Sheet).Should().Contain(new MarginBreach(SampleCard.Gpt4Key, 20m));
    }

    [Fact]
    public void Only_what_became_worse_is_a_new_breach()
    {
        var floor = new MarginFloor(30m);
        var worse = SampleCard.Gpt4Row.With(RateCardColumns.Markup, "10");

        floor.NewBreaches(SampleCard.Sheet, SampleCard.Sheet).Should().BeEmpty();
        floor.NewBreaches(SampleCard.Sheet, SampleCard.Sheet.With(SampleCard.Gpt4Key, worse))
            .Should().Equal(new MarginBreach(SampleCard.Gpt4Key, 9.1m));
    }

    [Fact]
    public void A_number_that_cannot_be_read_is_no_breach() =>
        MarginFloor.MarginOf(SampleCard.Gpt4Row.With(RateCardColumns.Markup, "a lot")).Should().BeNull();

    private static RateCardRow Tool(string price, string cost) => SampleCard.Sheet.Rows[RateCardRowKey.Tool("web.search")]
        .With(RateCardColumns.UnitPrice, price)
        .With(RateCardColumns.UnitCost, cost);
}
