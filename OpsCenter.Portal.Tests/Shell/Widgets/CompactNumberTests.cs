using System.Globalization;
using FluentAssertions;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class CompactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("2.5", "2.5")]
    [InlineData("999", "999")]
    [InlineData("1000", "1K")]
    [InlineData("12345", "12.3K")]
    [InlineData("999949", "999.9K")]
    [InlineData("999950", "1M")]
    [InlineData("7654321", "7.7M")]
    [InlineData("1234567890123", "1,234.6B")]
    public void Large_counts_keep_three_or_four_digits(string value, string expected) =>
        CompactNumber.Of(decimal.Parse(value, CultureInfo.InvariantCulture)).Should().Be(expected);
}
