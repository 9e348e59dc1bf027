using System.Numerics;
using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Monetary;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12", "12")]
    [InlineData("0.4690", "0.469")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("007", "7")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("9999999999999999.999999999999", "9999999999999999.999999999999")]
    [InlineData("-0000000000000000000000000000000000000000000000000000000000001.5", "-1.5")]
    public void Plain_decimals_are_read_exactly_and_written_short(string text, string written)
    {
        var isDecimal = DecimalText.TryParse(text, out var value);

        isDecimal.Should().BeTrue();
        DecimalText.Format(value).Should().Be(written);
        decimal.IsNegative(value).Should().Be(written[0] == '-');
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("1.2.3")]
    [InlineData("1e3")]
    [InlineData("1E-3")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1\0")]
    [InlineData("1,000")]
    [InlineData("1,5")]
    [InlineData("(1)")]
    [InlineData("0x10")]
    [InlineData("$1")]
    [InlineData("NaN")]
    [InlineData("\u2212" + "1")]
    [InlineData("\u0661")]
    [InlineData("10000000000000000000000000000")]
    [InlineData("1.0000000000000000000000000000")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    public void Anything_else_is_refused_and_gives_0(string? text)
    {
        var isDecimal = DecimalText.TryParse(text, out var value);

        isDecimal.Should().BeFalse();
        value.Should().Be(0m);
    }

    [Property(MaxTest = 1_000)]
    public void What_is_written_reads_back_as_the_same_number(uint high, uint low, byte scale, bool negative)
    {
        var value = new decimal((int)(low & int.MaxValue), (int)(high & int.MaxValue), (int)(low % 500_000_000), negative, (byte)(scale % 29));

        var isDecimal = DecimalText.TryParse(DecimalText.Format(value), out var read);

        isDecimal.Should().BeTrue();
        read.Should().Be(value);
    }

    [Property(MaxTest = 1_000)]
    public void Trimming_keeps_the_number_and_leaves_no_trailing_zero(uint number, byte scale, byte zeros)
    {
        var decimals = scale % 19;
        var padded = new decimal((int)(number & int.MaxValue), 0, 0, isNegative: false, (byte)decimals) * Zeros(zeros % 10);

        var trimmed = DecimalText.Trimmed(padded);

        trimmed.Should().Be(padded);
        (trimmed.Scale == 0 || Digits(trimmed) % 10 != 0).Should().BeTrue();
        DecimalText.Decimals(padded).Should().Be(trimmed.Scale);
    }

    [Fact]
    public void Trimming_works_at_the_ends_of_the_range()
    {
        DecimalText.Trimmed(decimal.MaxValue).Should().Be(decimal.MaxValue);
        DecimalText.Trimmed(decimal.MinValue).Should().Be(decimal.MinValue);
        DecimalText.Decimals(0.0000000000000000000000000001m).Should().Be(28);
        DecimalText.Decimals(0.000m).Should().Be(0);
    }

    private static decimal Zeros(int count) => decimal.Parse("1." + new string('0', count + 1));

    private static BigInteger Digits(decimal value) => (BigInteger)(value * (decimal)BigInteger.Pow(10, value.Scale));
}
