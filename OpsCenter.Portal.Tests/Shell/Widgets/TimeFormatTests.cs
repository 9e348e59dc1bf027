using FluentAssertions;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class TimeFormatTests
{
    private static readonly DateTimeOffset SummerNight = new(2026, 7, 1, 23, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", TimePrecision.Minute, "2 Jul 2026, 01:30")]
    [InlineData("Europe/Berlin", TimePrecision.Day, "2 Jul 2026")]
    [InlineData("America/New_York", TimePrecision.Second, "1 Jul 2026, 19:30:05")]
    [InlineData("UTC", TimePrecision.Minute, "1 Jul 2026, 23:30 UTC")]
    [InlineData("UTC", TimePrecision.Day, "1 Jul 2026")]
    public void An_instant_is_shown_in_the_readers_zone(string zone, TimePrecision precision, string expected) =>
        TimeFormat.In(TimeZoneInfo.FindSystemTimeZoneById(zone), SummerNight, precision).Should().Be(expected);

    [Fact]
    public void Hovering_shows_utc() =>
        TimeFormat.Utc(SummerNight.ToOffset(TimeSpan.FromHours(2))).Should().Be("2026-07-01 23:30:05 UTC");
}
