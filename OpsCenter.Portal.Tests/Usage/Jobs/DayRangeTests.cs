using FluentAssertions;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class DayRangeTests
{
    // Two in the morning of 1 March in Berlin, still February in UTC.
    private static readonly DateTimeOffset Now = new(2028, 3, 1, 0, 30, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(JobPeriod.Today, "2028-02-29", "2028-03-01")]
    [InlineData(JobPeriod.Last7Days, "2028-02-23", "2028-03-01")]
    [InlineData(JobPeriod.Last30Days, "2028-01-31", "2028-03-01")]
    [InlineData(JobPeriod.ThisMonth, "2028-02-01", "2028-03-01")]
    [InlineData(JobPeriod.LastMonth, "2028-01-01", "2028-02-01")]
    public void A_period_is_whole_days_in_UTC(JobPeriod period, string from, string until)
    {
        var range = DayRange.Of(period, null, null, Now);

        range.Should().Be(new DayRange(At(from), At(until)));
    }

    [Fact]
    public void The_last_day_of_a_custom_period_is_included()
    {
        var range = DayRange.Of(JobPeriod.Custom, new DateOnly(2028, 1, 5), new DateOnly(2028, 1, 5), Now);

        range.Should().Be(new DayRange(At("2028-01-05"), At("2028-01-06")));
    }

    [Fact]
    public void A_custom_period_may_be_open_on_either_side()
    {
        DayRange.Of(JobPeriod.Custom, null, DateOnly.MaxValue, Now).Should().Be(DayRange.All);
        DayRange.Of(null, new DateOnly(2028, 1, 5), null, Now).Should().Be(DayRange.All);
    }

    private static DateTimeOffset At(string day) => new(DateOnly.Parse(day), TimeOnly.MinValue, TimeSpan.Zero);
}
