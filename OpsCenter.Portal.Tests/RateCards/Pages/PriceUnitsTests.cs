using FluentAssertions;
using OpsCenter.Portal.RateCards.Pages;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class PriceUnitsTests
{
    [Theory]
    [InlineData(PriceUnit.Thousand, "0.0300", "0.0300")]
    [InlineData(PriceUnit.Million, "0.03", "30")]
    [InlineData(PriceUnit.Million, "0.0025", "2.5")]
    [InlineData(PriceUnit.Million, "0.03000", "30.00")]
    [InlineData(PriceUnit.Million, "12", "12000")]
    [InlineData(PriceUnit.Token, "0.03", "0.00003")]
    [InlineData(PriceUnit.Token, "5", "0.005")]
    [InlineData(PriceUnit.Million, "half-writ", "half-writ")]
    [InlineData(PriceUnit.Million, "", "")]
    public void The_point_moves_and_no_digit_changes(PriceUnit unit, string per1K, string shown)
    {
        PriceUnits.Show(unit, per1K).Should().Be(shown);
    }

    [Theory]
    [InlineData(PriceUnit.Million, "30.00", "0.03000")]
    [InlineData(PriceUnit.Million, "2.5", "0.0025")]
    [InlineData(PriceUnit.Token, "0.00003", "0.03")]
    [InlineData(PriceUnit.Million, "30.00000000000000000000000000", "0.030")]
    [InlineData(PriceUnit.Million, "1,5", "1,5")]
    public void What_is_typed_is_kept_per_thousand(PriceUnit unit, string typed, string per1K)
    {
        PriceUnits.Keep(unit, typed).Should().Be(per1K);
    }

    [Theory]
    [InlineData("0.0000000001")]
    [InlineData("999.9999999999")]
    [InlineData("1000")]
    [InlineData("0.10")]
    public void There_and_back_is_the_same_price(string per1K)
    {
        foreach (var unit in Enum.GetValues<PriceUnit>())
        {
            decimal.Parse(PriceUnits.Keep(unit, PriceUnits.Show(unit, per1K))).Should().Be(decimal.Parse(per1K));
        }
    }
}
