using System.Globalization;
using FluentAssertions;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Subscriptions;
using Xunit;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions;

public sealed class ProrationTests
{
    // June has 30 days, and starts on the 1st: so many days are over.
    [Theory]
    [InlineData(0, 19, 49, "30.00")] // nothing of the month is used: 49 − 19
    [InlineData(10, 19, 49, "20.00")] // 30 × 20/30
    [InlineData(15, 19, 99, "40.00")] // 80 × 15/30
    [InlineData(29, 19, 49, "1.00")] // 30 × 1/30
    [InlineData(7, 49, 99, "38.33")] // 50 × 23/30 = 38.333…
    [InlineData(10, 49, 19, "0.00")] // cheaper: nothing is due, nothing is paid back
    public void The_price_difference_is_for_the_remaining_days(int daysOver, int oldPrice, int newPrice, string due)
    {
        var difference = Proration.PriceDifference(Usd(oldPrice), Usd(newPrice), June, Day1.AddDays(daysOver));

        difference.Should().Be(Usd(decimal.Parse(due, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-06-11T00:00:00Z", "20.00")] // ten days, to the second
    [InlineData("2026-06-10T23:59:59Z", "21.00")] // nine days and almost another: 30 × 21/30
    public void A_day_counts_when_it_is_over(string at, string due)
    {
        var difference = Proration.PriceDifference(Usd(19), Usd(49), June, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

        difference.Should().Be(Usd(decimal.Parse(due, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-02-01", 28, 14, "15.00")] // 30 × 14/28
    [InlineData("2028-02-01", 29, 14, "15.52")] // a leap year: 30 × 15/29 = 15.517…
    [InlineData("2026-01-31", 28, 7, "22.50")] // 31 January to 28 February: 30 × 21/28
    [InlineData("2026-07-31", 31, 31, "0.00")] // the last day is over
    public void Months_have_their_own_length(string from, int days, int daysOver, string due)
    {
        var anchor = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var span = PaidSpan(BillingInterval.Month, anchor, 1);

        var difference = Proration.PriceDifference(Usd(19), Usd(49), span, anchor.AddDays(daysOver));

        Proration.DaysBetween(span.Start, span.End).Should().Be(days);
        difference.Should().Be(Usd(decimal.Parse(due, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-06-01", 1, "2026-06-01", "2027-06-01", 365)]
    [InlineData("2026-06-01", 12, "2026-06-01", "2027-06-01", 365)]
    [InlineData("2026-06-01", 13, "2027-06-01", "2028-06-01", 366)] // 29 February 2028 is in it
    [InlineData("2028-02-29", 13, "2029-02-28", "2030-02-28", 365)]
    public void A_year_is_twelve_periods(string anchor, int number, string start, string end, int days)
    {
        var span = PaidSpan(BillingInterval.Year, Day(anchor), number);

        span.Should().Be((Day(start), Day(end)));
        Proration.DaysBetween(span.Start, span.End).Should().Be(days);
    }

    [Fact]
    public void A_year_that_began_later_begins_with_its_own_period()
    {
        var changed = To(Starter, BillingInterval.Year) with { TermFrom = 4 }; // three months were paid one by one

        (BillingTerm.StartOf(changed, 15), BillingTerm.EndOf(changed, 15)).Should().Be((Day("2026-09-01"), Day("2027-09-01")));
        (BillingTerm.StartOf(changed, 16), BillingTerm.EndOf(changed, 16)).Should().Be((Day("2027-09-01"), Day("2028-09-01")));
    }

    [Fact]
    public void A_yearly_price_is_for_the_days_of_its_year()
    {
        var year = PaidSpan(BillingInterval.Year, Day1, 4);

        var difference = Proration.PriceDifference(Usd(190), Usd(490), year, Day1.AddDays(73)); // a fifth of 365 days

        difference.Should().Be(Usd(240)); // 300 × 292/365
    }

    [Theory]
    [InlineData(0, "0", "40.00")]
    [InlineData(10, "0", "31.67")] // 15 × 10/30 = 5, 40 × 20/30 = 26.67
    [InlineData(29, "0", "15.83")] // 15 × 29/30 = 14.50, 40 × 1/30 = 1.33
    [InlineData(30, "0", "15.00")]
    [InlineData(29, "15", "15.83")]
    public void The_allowance_is_blended_by_days(int daysOver, string covered, string included)
    {
        var allowance = Proration.BlendedAllowance(Usd(15), Usd(15), Usd(40), June, Day1.AddDays(daysOver), Usd(decimal.Parse(covered, CultureInfo.InvariantCulture)));

        allowance.Should().Be(Usd(decimal.Parse(included, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_allowance_never_falls_below_what_is_covered()
    {
        var allowance = Proration.BlendedAllowance(Usd(40), Usd(40), Usd(15), June, Day1.AddDays(10), Usd(33.123456m));

        allowance.Should().Be(Usd(33.123456m)); // 40 × 10/30 + 15 × 20/30 would be 23.33
    }

    [Fact]
    public void A_second_upgrade_in_a_period_gives_each_plan_its_days()
    {
        var first = Proration.BlendedAllowance(Usd(15), Usd(15), Usd(40), June, Day1.AddDays(10), Usd(0));

        var second = Proration.BlendedAllowance(first, Usd(40), Usd(80), June, Day1.AddDays(20), Usd(0));

        second.Should().Be(Usd(45)); // 15 × 10/30 = 5, 40 × 10/30 = 13.33, 80 × 10/30 = 26.67
    }

    [Fact]
    public void A_quote_holds_what_is_shown_and_paid()
    {
        var (subscription, period) = (To(Starter), Guid.CreateVersion7(Day1));
        var basis = new UpgradeBasis(subscription, Starter, Professional, period, 1, June.Start, June.End, Usd(15), Usd(3.5m));

        var quote = basis.QuoteAt(Day1.AddDays(10));

        quote.Should().Be(new UpgradeQuote(
            Starter.Id, Professional.Id, BillingInterval.Month, Day1.AddDays(10), period, Usd(20), Usd(31.67m), 10, 30));
    }

    [Fact]
    public void A_quote_for_a_year_blends_the_allowance_of_the_month()
    {
        var basis = new UpgradeBasis(
            To(Starter, BillingInterval.Year), Starter, Professional, Guid.CreateVersion7(Day1), 3, Day("2026-08-01"), Day("2026-09-01"), Usd(15), Usd(0));

        var quote = basis.QuoteAt(Day("2026-08-13"));

        quote.PriceDifference.Should().Be(Usd(240)); // 73 of 365 days are over: 300 × 292/365
        quote.Included.Should().Be(Usd(30.32m)); // 15 × 12/31 = 5.81, 40 × 19/31 = 24.52, together 30.3226
        (quote.DaysElapsed, quote.DaysInPeriod).Should().Be((12, 31));
    }

    private static (DateTimeOffset Start, DateTimeOffset End) June => (Day1, Day1.AddDays(30));

    private static (DateTimeOffset Start, DateTimeOffset End) PaidSpan(BillingInterval interval, DateTimeOffset anchor, int period)
    {
        var subscription = new Subscription
        {
            Id = Guid.Empty,
            OrganizationId = Guid.Empty,
            PlanVersionId = Guid.Empty,
            Interval = interval,
            CreatedAt = anchor,
            AnchorAt = anchor,
        };

        return (BillingTerm.StartOf(subscription, period), BillingTerm.EndOf(subscription, period));
    }

    private static DateTimeOffset Day(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
