using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Overview;

public sealed class OverviewQueriesTests(OverviewFixture fixture) : IClassFixture<OverviewFixture>
{
    [Theory]
    [InlineData(OverviewPeriod.Today, "2 jobs, 0 failed, 0 held: 0.938 - 0.63 = 0.308", "1 jobs, 0.469", "1 jobs, 0.469")]
    [InlineData(OverviewPeriod.Last7Days, "8 jobs, 1 failed, 2 held: 2.345 - 1.575 = 0.77", "7 jobs, 1.876", "0 jobs, 0")]
    [InlineData(OverviewPeriod.Last30Days, "9 jobs, 1 failed, 2 held: 2.814 - 1.89 = 0.924", "8 jobs, 2.345", "2 jobs, 0.938")]
    [InlineData(OverviewPeriod.ThisMonth, "8 jobs, 1 failed, 2 held: 2.345 - 1.575 = 0.77", "7 jobs, 1.876", "1 jobs, 0.469")]
    [InlineData(OverviewPeriod.LastMonth, "3 jobs, 0 failed, 0 held: 1.407 - 0.945 = 0.462", "3 jobs, 1.407", "0 jobs, 0")]
    public async Task A_period_sums_its_jobs_and_is_compared_by_complete_hours(OverviewPeriod period, string total, string complete, string previous)
    {
        var overview = await fixture.GetAsync(period);

        var figures = overview.Currencies.Should().ContainSingle().Which;
        Text(figures.Total).Should().Be(total);
        $"{figures.Complete.Jobs} jobs, {Amount(figures.Complete.Spend)}".Should().Be(complete);
        $"{figures.Previous.Jobs} jobs, {Amount(figures.Previous.Spend)}".Should().Be(previous);
    }

    [Theory]
    [InlineData(OverviewPeriod.Today)]
    [InlineData(OverviewPeriod.LastMonth)]
    public async Task Today_and_what_is_held_now_are_the_same_beside_every_period(OverviewPeriod period)
    {
        var figures = (await fixture.GetAsync(period)).Currencies[0];

        Text(figures.Today).Should().Be("2 jobs, 0 failed, 0 held: 0.938 - 0.63 = 0.308");
        figures.Held.Should().Be(new HeldNow(2, new Money(0.938m, Currency.Usd), new DateOnly(2026, 6, 10)));
    }

    [Fact]
    public async Task Hours_without_jobs_are_zero_hours_to_come_are_not_there_and_yesterday_is_whole()
    {
        var points = (await fixture.GetAsync(OverviewPeriod.Today)).Currencies[0].Points;

        points.Select(point => point.Figures?.Jobs).Should().Equal(
            [.. Enumerable.Repeat<long?>(0, 10), 1, 0, 1, .. Enumerable.Repeat<long?>(null, 11)]);
        points.Select(point => point.Previous?.Jobs).Should().Equal(
            [.. Enumerable.Repeat<long?>(0, 9), 1, 0, 0, 0, 1, .. Enumerable.Repeat<long?>(0, 10)]);
    }

    [Fact]
    public async Task Days_without_jobs_are_zero_and_a_voided_job_counts_but_brings_nothing()
    {
        var points = (await fixture.GetAsync(OverviewPeriod.Last7Days)).Currencies[0].Points;

        points.Select(point => $"{point.Start.Day}: {point.Figures?.Jobs}, {Amount(point.Figures!.Spend)}").Should().Equal(
            "9: 0, 0", "10: 1, 0", "11: 1, 0", "12: 1, 0.469", "13: 1, 0", "14: 2, 0.938", "15: 2, 0.938");
    }

    [Fact]
    public async Task Days_of_this_month_that_are_to_come_are_not_there_and_those_before_are()
    {
        var points = (await fixture.GetAsync(OverviewPeriod.ThisMonth)).Currencies[0].Points;

        points.Where(point => point.Figures is not null).Select(point => point.Start.Day).Should().Equal(Enumerable.Range(1, 15));
        points.Where(point => point.Previous is { Jobs: > 0 }).Select(point => point.Start.Day).Should().Equal(15, 20);
    }

    [Fact]
    public async Task The_largest_come_first_and_jobs_of_an_unknown_customer_are_not_hidden()
    {
        var figures = (await fixture.GetAsync(OverviewPeriod.Last7Days)).Currencies[0];

        Shares(figures, OverviewDimension.Agent).Should().Equal("research_pro 8 2.345");
        Shares(figures, OverviewDimension.Route).Should().Equal("openai:gpt-4 7 2.345", "openai:gpt-9 1 0");
        Shares(figures, OverviewDimension.Customer).Should().Equal("Acme 5 1.407", "Globex 2 0.938", "? 1 0");
    }

    [Fact]
    public async Task One_customers_overview_counts_their_jobs_and_no_others()
    {
        var figures = (await fixture.GetAsync(JobsFixture.Finance, OverviewPeriod.Last7Days, fixture.Jobs.Acme)).Currencies[0];

        Shares(figures, OverviewDimension.Agent).Should().Equal("research_pro 5 1.407");
        Shares(figures, OverviewDimension.Customer).Should().Equal("Acme 5 1.407");
        figures.Points.Sum(point => point.Figures?.Jobs).Should().Be(5);
        (figures.Today.Jobs, figures.Held.Jobs).Should().Be((2, 1));
    }

    [Fact]
    public async Task The_overview_of_a_customer_without_jobs_is_empty()
    {
        var overview = await fixture.GetAsync(JobsFixture.Finance, OverviewPeriod.Last7Days, Guid.CreateVersion7(fixture.Jobs.Clock.GetUtcNow()));

        overview.Currencies.Should().BeEmpty();
    }

    [Fact]
    public async Task Figures_of_all_customers_are_for_operators()
    {
        var member = JobsFixture.MemberOf(fixture.Jobs.Acme);

        var act = () => fixture.GetAsync(member, OverviewPeriod.Today);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }

    private static string Text(UsageFigures figures) =>
        $"{figures.Jobs} jobs, {figures.FailedJobs} failed, {figures.HeldJobs} held: {Amount(figures.Spend)} - {Amount(figures.Cost)} = {Amount(figures.Margin)}";

    private static IEnumerable<string> Shares(CurrencyOverview figures, OverviewDimension dimension) =>
        figures.By(dimension).Select(share => $"{share.Name ?? "?"} {share.Figures.Jobs} {Amount(share.Figures.Spend)}");

    private static string Amount(Money money) => DecimalText.Format(money.Amount);
}
