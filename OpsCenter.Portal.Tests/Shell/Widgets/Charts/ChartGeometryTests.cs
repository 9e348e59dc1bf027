using FluentAssertions;
using OpsCenter.Portal.Shell.Widgets.Charts;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets.Charts;

public sealed class ChartGeometryTests
{
    [Fact]
    public void A_line_goes_through_the_middles_of_its_buckets() =>
        ChartGeometry.Line([0m, 10m, 5m], top: 10m).Should().Be("M5 100h0L15 0L25 50");

    [Fact]
    public void A_line_breaks_where_there_is_nothing() =>
        ChartGeometry.Line([null, 10m, null, 5m], top: 10m).Should().Be("M15 0h0M35 50h0");

    [Fact]
    public void An_area_ends_where_the_future_begins() =>
        ChartGeometry.Area([10m, 5m, null], top: 10m).Should().Be("M5 0h0L15 50L15 100L5 100Z");

    [Fact]
    public void An_area_of_nothing_is_nothing() => ChartGeometry.Area([null, null], top: 10m).Should().BeEmpty();

    [Fact]
    public void What_lies_beyond_the_axis_stays_at_its_edge() =>
        (ChartGeometry.Y(12m, top: 10m), ChartGeometry.Y(-1m, top: 10m)).Should().Be((0m, 100m));
}
