using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets.Charts;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets.Charts;

public sealed class NiceAxisTests
{
    [Theory]
    [InlineData("0", false, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData("0.05", false, "0 0.01 0.02 0.03 0.04 0.05")]
    [InlineData("0.469", false, "0 0.1 0.2 0.3 0.4 0.5")]
    [InlineData("1", false, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData("9.99", false, "0 2 4 6 8 10")]
    [InlineData("40", false, "0 10 20 30 40")]
    [InlineData("41", false, "0 10 20 30 40 50")]
    [InlineData("1234", false, "0 250 500 750 1000 1250")]
    [InlineData("0", true, "0 1")]
    [InlineData("1", true, "0 1")]
    [InlineData("7", true, "0 2 4 6 8")]
    [InlineData("9", true, "0 2 4 6 8 10")]
    [InlineData("97", true, "0 20 40 60 80 100")]
    [InlineData("5000000", true, "0 1000000 2000000 3000000 4000000 5000000")]
    public void Steps_are_round_numbers_and_the_largest_value_fits(string largest, bool whole, string ticks)
    {
        var axis = NiceAxis.Of(decimal.Parse(largest, System.Globalization.CultureInfo.InvariantCulture), whole);

        string.Join(' ', axis.Ticks.Select(DecimalText.Format)).Should().Be(ticks);
        axis.Top.Should().Be(axis.Ticks[^1]);
    }
}
