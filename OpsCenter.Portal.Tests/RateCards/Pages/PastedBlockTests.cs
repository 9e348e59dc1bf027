using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class PastedBlockTests
{
    private readonly RateCardEditor editor = SampleEditor.Open();

    [Theory]
    [InlineData("0.03", "0.03")]
    [InlineData(" .03 ", ".03")]
    [InlineData("$0.03", "0.03")]
    [InlineData("0.03 €", "0.03")]
    [InlineData("USD 0.03", "0.03")]
    [InlineData("0.03 USD", "0.03")]
    [InlineData("25 %", "25")]
    [InlineData("25%", "25")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1\u00A0234.5", "1234.5")]
    [InlineData("1'234", "1234")]
    [InlineData("1\u202F234", "1234")]
    [InlineData("-5", "-5")]
    public void A_number_is_freed_from_its_finery(string text, string number) => PastedNumber.Clean(text).Should().Be(number);

    [Theory]
    [InlineData("0,03")]
    [InlineData("1,234")]
    [InlineData("0,030")]
    [InlineData("1.234,50")]
    [InlineData("1,23,456")]
    [InlineData("1 23")]
    [InlineData("1e3")]
    [InlineData("(5)")]
    [InlineData("n/a")]
    [InlineData("$")]
    [InlineData("=A1")]
    [InlineData("１２")]
    public void What_may_be_two_numbers_or_none_is_not_read(string text) => PastedNumber.Clean(text).Should().BeNull();

    [Fact]
    public void A_block_fills_to_the_right_and_down()
    {
        var (cells, refusal) = Fit("$0.01\t0.02\n0.03\t0.04\r\n", "anthropic:claude-3-opus", InputCost);

        refusal.Should().BeNull();
        cells.Should().Equal(
            new CellEdit(RateCardRowKey.Route("anthropic", "claude-3-opus"), InputCost, "0.01"),
            new CellEdit(RateCardRowKey.Route("anthropic", "claude-3-opus"), OutputCost, "0.02"),
            new CellEdit(RateCardRowKey.Route("house_vllm", "default"), InputCost, "0.03"),
            new CellEdit(RateCardRowKey.Route("house_vllm", "default"), OutputCost, "0.04"));
    }

    [Fact]
    public void Words_and_switches_are_read_as_people_write_them()
    {
        var (cells, refusal) = Fit("House\t0.01\t0.02\t25 %\tno", "openai:gpt-4", Class);

        refusal.Should().BeNull();
        cells.Select(c => c.Text).Should().Equal("house", "0.01", "0.02", "25", "false");
    }

    [Fact]
    public void Rates_are_read_in_the_unit_that_is_shown_and_markups_are_not()
    {
        var (cells, _) = Fit("30\t60\t25", "openai:gpt-4", InputCost, PriceUnit.Million);

        cells.Select(c => c.Text).Should().Equal("0.030", "0.060", "25");
    }

    [Theory]
    [InlineData("1\n2\n3\n4", "4 rows by 1 column")]
    [InlineData("1\t2\t3\ttrue\t5", "1 row by 5 columns")]
    [InlineData("1\t2,5", "“2,5” may mean two numbers")]
    [InlineData("1\tdear", "“dear” is no number (output cost of anthropic:claude-3-opus)")]
    [InlineData("1\t", "a cell is empty (output cost")]
    [InlineData("1\t2\t3\tmaybe", "true or false is due")]
    public void A_block_that_does_not_fit_is_refused_as_a_whole(string text, string sentence)
    {
        var (cells, refusal) = Fit(text, "anthropic:claude-3-opus", InputCost);

        refusal.Should().StartWith("Nothing was pasted: ").And.Contain(sentence);
        cells.Should().BeEmpty();
    }

    private (IReadOnlyList<CellEdit> Cells, string? Refusal) Fit(string text, string row, RateCardColumn column, PriceUnit unit = PriceUnit.Thousand)
    {
        var key = new RateCardRowKey(RateCardSection.Routes, row);
        var (cells, refusal) = PastedBlock.Fit(
            text,
            [.. editor.In(RateCardSection.Routes).Where(l => l.Key >= key)],
            [.. CardColumns.Of(RateCardSection.Routes, showsCache: false).SkipWhile(c => c != column)],
            unit);

        return (cells, refusal);
    }
}
