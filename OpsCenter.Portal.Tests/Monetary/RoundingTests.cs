using System.Globalization;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Monetary;

public sealed class RoundingTests
{
    [Theory]
    [InlineData("0.0000000000005", "0.000000000001")]
    [InlineData("0.00000000000049999", "0")]
    [InlineData("0.0000000000015", "0.000000000002")]
    [InlineData("0.0000000000025", "0.000000000003")]
    [InlineData("-0.0000000000005", "-0.000000000001")]
    [InlineData("-0.0000000000025", "-0.000000000003")]
    [InlineData("0.469", "0.469")]
    [InlineData("1234567890123456.1234567890125", "1234567890123456.123456789013")]
    public void A_fee_keeps_12_decimals_half_away_from_zero(string exact, string rounded)
    {
        var fee = Rounding.Fee(decimal.Parse(exact, CultureInfo.InvariantCulture));

        fee.Should().Be(decimal.Parse(rounded, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0.5", 0, "1")]
    [InlineData("-0.5", 0, "-1")]
    [InlineData("2.5", 0, "3")]
    [InlineData("0.125", 2, "0.13")]
    [InlineData("0.1249", 2, "0.12")]
    public void Any_place_can_be_rounded_to(string exact, int decimals, string rounded)
    {
        var result = Rounding.To(decimal.Parse(exact, CultureInfo.InvariantCulture), decimals);

        result.Should().Be(decimal.Parse(rounded, CultureInfo.InvariantCulture));
    }
}
