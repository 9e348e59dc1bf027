using FluentAssertions;
using OpsCenter.Domain.Usage.Forecasts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Forecasts;

public sealed class ForecastRuleTests
{
    [Fact]
    public void Days_that_are_all_alike_give_a_forecast_without_a_range()
    {
        // 10 whole days at 4, and 4 today so far; 5 days are left, today's share is spent.
        var forecast = ForecastRule.Of(44m, [.. Enumerable.Repeat(4m, 10)], DayOfWeek.Thursday, 4m, 5);

        forecast.Should().Be(new Forecast(60m, 60m, 60m));
    }

    [Fact]
    public void Each_day_costs_what_its_weekday_cost()
    {
        // Two weeks, Monday to Sunday: 10 on working days, 2 at weekends. Today is Monday, seven days are left: 5 × 10 + 2 × 2.
        decimal[] week = [10, 10, 10, 10, 10, 2, 2];

        var forecast = ForecastRule.Of(108m, [.. week, .. week], DayOfWeek.Monday, 0m, 7);

        forecast.Should().Be(new Forecast(162m, 162m, 162m));
    }

    [Fact]
    public void Days_that_differ_widen_the_range_but_never_below_what_is_spent()
    {
        // Each weekday was once 0 and once 8: mean 4, each day 4 away from it; variance 14 × 16 / 13.
        decimal[] past = [0, 0, 0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8];

        // 16 + 4 × 4 = 32; 1.28 × √(224/13 × 4) = 10.63.
        ForecastRule.Of(16m, past, DayOfWeek.Monday, 0m, 4).Should().Be(new Forecast(21.37m, 32m, 42.63m));
        ForecastRule.Of(30m, past, DayOfWeek.Monday, 4m, 1)!.Low.Should().Be(30m);
    }

    [Fact]
    public void A_few_days_are_not_taken_for_weekdays_that_never_vary()
    {
        // Three days of 0, 6 and 12: mean 6, variance 72 / 2 = 36. Two days are left: 18 + 12; 1.28 × √(36 × 2) = 10.86.
        ForecastRule.Of(18m, [0, 6, 12], DayOfWeek.Monday, 0m, 2).Should().Be(new Forecast(19.14m, 30m, 40.86m));
    }

    [Fact]
    public void The_last_day_and_the_first_ones()
    {
        ForecastRule.Of(50m, [5, 5, 5], DayOfWeek.Friday, 7m, 1).Should().Be(new Forecast(50m, 50m, 50m));
        ForecastRule.Of(50m, [5, 5, 5], DayOfWeek.Friday, 0m, 0).Should().Be(new Forecast(50m, 50m, 50m));
        ForecastRule.Of(50m, [5, 5], DayOfWeek.Friday, 0m, 20).Should().BeNull();
        ForecastRule.Of(0m, [0, 0, 0], DayOfWeek.Friday, 0m, 20).Should().Be(new Forecast(0m, 0m, 0m));
    }
}
