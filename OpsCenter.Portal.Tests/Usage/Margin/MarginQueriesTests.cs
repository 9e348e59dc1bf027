using FluentAssertions;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Tests.Usage.Overview;
using OpsCenter.Portal.Usage.Margin;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Margin;

/// <summary>The jobs of <see cref="OverviewFixture"/>: each charged one 0.469, costing 0.315, of which tools are 0.03 and 0.015.</summary>
public sealed class MarginQueriesTests(OverviewFixture fixture) : IClassFixture<OverviewFixture>
{
    [Theory]
    [InlineData(MarginDimension.Route, "openai:gpt-4 7: 2.345 - 1.575 = 0.77, 32.8 %", "openai:gpt-9 1: 0 - 0 = 0, none")]
    [InlineData(MarginDimension.Agent, "research_pro 8: 2.345 - 1.575 = 0.77, 32.8 %")]
    [InlineData(MarginDimension.Customer, "Acme 5: 1.407 - 0.945 = 0.462, 32.8 %", "Globex 2: 0.938 - 0.63 = 0.308, 32.8 %", "? 1: 0 - 0 = 0, none")]
    [InlineData(MarginDimension.Tool, "web.search 8: 0.15 - 0.075 = 0.075, 50 %")]
    public async Task Every_dimension_is_summed_largest_revenue_first(MarginDimension by, params string[] rows)
    {
        var report = await GetAsync(JobsFixture.Finance, by, OverviewPeriod.Last7Days);

        report.Currencies.Should().ContainSingle().Which.Rows.Select(Text).Should().Equal(rows);
    }

    [Theory]
    [InlineData(OverviewPeriod.Today, "2: 0.938 - 0.63 = 0.308, 32.8 %")]
    [InlineData(OverviewPeriod.Last7Days, "8: 2.345 - 1.575 = 0.77, 32.8 %")]
    [InlineData(OverviewPeriod.LastMonth, "3: 1.407 - 0.945 = 0.462, 32.8 %")]
    public async Task A_period_has_one_total_whatever_it_is_broken_down_by(OverviewPeriod period, string total)
    {
        foreach (var by in (MarginDimension[])[MarginDimension.Route, MarginDimension.Agent, MarginDimension.Customer])
            Text((await GetAsync(JobsFixture.Finance, by, period)).Currencies[0].Total).Should().Be($"? {total}");
    }

    [Fact]
    public async Task What_leaves_less_than_the_floor_is_below_it()
    {
        var strict = await GetAsync(JobsFixture.Finance, MarginDimension.Customer, OverviewPeriod.Last7Days, floor: 32.9m);
        var lenient = await GetAsync(JobsFixture.Finance, MarginDimension.Customer, OverviewPeriod.Last7Days, floor: 32.8m);

        strict.Currencies[0].Rows.Select(row => row.IsBelow(strict.Floor)).Should().Equal(true, true, false);
        lenient.Currencies[0].Rows.Select(row => row.IsBelow(lenient.Floor)).Should().Equal(false, false, false);
    }

    [Fact]
    public void What_costs_and_brings_nothing_is_below_every_floor()
    {
        var given = new MarginRow("gift", null, 1, Money.Zero(Currency.Usd), new Money(0.01m, Currency.Usd));

        given.IsBelow(new MarginFloor(0m)).Should().BeTrue();
    }

    [Fact]
    public async Task Customers_do_not_see_margins()
    {
        var read = () => GetAsync(JobsFixture.MemberOf(fixture.Jobs.Acme), MarginDimension.Route, OverviewPeriod.Today);

        await read.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<MarginReport> GetAsync(Actor actor, MarginDimension by, OverviewPeriod period, decimal floor = 10m) =>
        new MarginQueries(
            fixture.Jobs.Get<NpgsqlDataSource>(),
            fixture.Jobs.Get<CustomerQueries>(),
            Options.Create(new RateCardOptions { MarginFloorPercent = floor }),
            fixture.Jobs.Clock).GetAsync(actor, by, period, CancellationToken.None);

    private static string Text(MarginRow row) =>
        $"{row.Name ?? "?"} {row.Jobs}: {Number(row.Revenue)} - {Number(row.Cost)} = {Number(row.Margin)}, {(row.Percent is { } p ? $"{DecimalText.Format(p)} %" : "none")}";

    private static string Number(Money money) => DecimalText.Format(money.Amount);
}
