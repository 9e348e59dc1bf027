using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Overview;

public sealed class OverviewCurrencyTests(JobsFixture jobs) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task Amounts_of_two_currencies_stand_beside_each_other_and_a_portal_without_jobs_has_none()
    {
        var before = await GetAsync();
        await AddDayAsync("2026-06-14", "USD", 7m, 2m);
        await AddDayAsync("2026-06-14", "EUR", 5m, 1m);
        await AddDayAsync("2026-01-02", "CHF", 100m, 1m);

        var after = await GetAsync();

        before.Currencies.Should().BeEmpty();
        after.Currencies.Select(figures => $"{figures.Total.Spend} {figures.Total.MarginPercent}").Should().Equal("5 EUR 80", "7 USD 71.4");
        after.Currencies.Select(figures => figures.By(OverviewDimension.Route).Single().Figures.Spend.Currency.Code).Should().Equal("EUR", "USD");
    }

    [Fact]
    public async Task A_period_without_jobs_shows_zero_in_the_currency_that_was_used_last()
    {
        await using var empty = new JobsFixtureLease();
        await empty.Jobs.InitializeAsync();
        await AddDayAsync("2026-01-02", "CHF", 100m, 1m, empty.Jobs);

        var figures = (await GetAsync(empty.Jobs)).Currencies.Should().ContainSingle().Which;

        figures.Total.Should().Be(UsageFigures.Zero(Currency.Of("CHF")));
        figures.Points.Should().HaveCount(7).And.OnlyContain(point => point.Figures!.Jobs == 0);
        figures.Shares.Should().BeEmpty();
    }

    private Task<PlatformOverview> GetAsync(JobsFixture? other = null) => new OverviewQueries(
        (other ?? jobs).Get<NpgsqlDataSource>(), (other ?? jobs).Get<CustomerQueries>(), (other ?? jobs).Clock)
        .GetAsync(JobsFixture.Admin, OverviewPeriod.Last7Days, OverviewScope.All, CancellationToken.None);

    private Task AddDayAsync(string day, string currency, decimal fee, decimal cost, JobsFixture? other = null) => (other ?? jobs).ExecuteAsync(
        """
        insert into daily_rollups values ($1::date, null, 'writer', 'openai:gpt-4', $2, 3, 0, 0, 0, 10, 5, 0, $3, 0, 0, $4, 0, 0)
        """,
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        currency,
        fee,
        cost);

    private sealed class JobsFixtureLease : IAsyncDisposable
    {
        public JobsFixture Jobs { get; } = new();

        public async ValueTask DisposeAsync() => await Jobs.DisposeAsync();
    }
}
