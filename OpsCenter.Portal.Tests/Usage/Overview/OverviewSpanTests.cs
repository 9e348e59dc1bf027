using System.Globalization;
using FluentAssertions;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Overview;

public sealed class OverviewSpanTests
{
    [Theory]
    [InlineData(OverviewPeriod.Today, "2026-06-15 00 - 2026-06-16 00", "2026-06-15 00 - 2026-06-15 12", "2026-06-14 00 - 2026-06-14 12", 24)]
    [InlineData(OverviewPeriod.Last7Days, "2026-06-09 00 - 2026-06-16 00", "2026-06-09 00 - 2026-06-15 12", "2026-06-02 00 - 2026-06-08 12", 7)]
    [InlineData(OverviewPeriod.Last30Days, "2026-05-17 00 - 2026-06-16 00", "2026-05-17 00 - 2026-06-15 12", "2026-04-17 00 - 2026-05-16 12", 30)]
    [InlineData(OverviewPeriod.ThisMonth, "2026-06-01 00 - 2026-07-01 00", "2026-06-01 00 - 2026-06-15 12", "2026-05-01 00 - 2026-05-15 12", 30)]
    [InlineData(OverviewPeriod.LastMonth, "2026-05-01 00 - 2026-06-01 00", "2026-05-01 00 - 2026-06-01 00", "2026-04-01 00 - 2026-05-01 00", 31)]
    public void A_period_is_compared_by_its_complete_hours(OverviewPeriod period, string whole, string compared, string before, int points)
    {
        var span = OverviewSpan.Of(period, At("2026-06-15 12:34"));

        Text(span.From, span.Until).Should().Be(whole);
        Text(span.From, span.CompleteUntil).Should().Be(compared);
        Text(span.PreviousFrom, span.PreviousUntil).Should().Be(before);
        span.Points.Should().HaveCount(points);
    }

    [Fact]
    public void A_month_that_is_longer_than_the_one_before_is_compared_with_all_of_it()
    {
        var span = OverviewSpan.Of(OverviewPeriod.ThisMonth, At("2026-03-30 15:00"));

        Text(span.PreviousFrom, span.PreviousUntil).Should().Be("2026-02-01 00 - 2026-03-01 00");
        span.Before(At("2026-03-28 00:00")).Should().Be(At("2026-02-28 00:00"));
        span.Before(At("2026-03-29 00:00")).Should().BeNull();
    }

    [Fact]
    public void Just_after_midnight_there_is_nothing_to_compare_today_with()
    {
        var now = At("2026-06-15 00:20");

        OverviewSpan.Of(OverviewPeriod.Today, now).IsComparable.Should().BeFalse();
        OverviewSpan.Of(OverviewPeriod.Last7Days, now).IsComparable.Should().BeTrue();
    }

    [Fact]
    public void A_day_is_a_day_in_utc_wherever_the_clock_stands()
    {
        var evening = new DateTimeOffset(2026, 6, 14, 22, 30, 0, TimeSpan.FromHours(-5));

        OverviewSpan.Of(OverviewPeriod.Today, evening).From.Should().Be(At("2026-06-15 00:00"));
    }

    private static string Text(DateTimeOffset from, DateTimeOffset until) => $"{from.UtcDateTime:yyyy-MM-dd HH} - {until.UtcDateTime:yyyy-MM-dd HH}";

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
