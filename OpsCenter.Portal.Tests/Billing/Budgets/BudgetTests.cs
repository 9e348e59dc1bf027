using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Budgets;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Usage.Forecasts;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Budgets;

public sealed class BudgetTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task Each_part_of_a_budget_is_told_once_a_period_whoever_looks()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("professional");
        var owner = Owner(customer);
        await SetAsync(owner, customer, 10m, stops: false);

        // 4.55 of 10 are less than a half; 9.10 are more than four fifths; 13.65 are all.
        await fixture.UseAsync(customer, 100);
        await RaiseAsync();
        var before = await AlertsAsync(customer);
        await fixture.UseAsync(customer, 100);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RaiseAsync)));
        var then = await AlertsAsync(customer);
        await fixture.UseAsync(customer, 100);
        await RaiseAsync();
        await RaiseAsync();

        before.Should().BeEmpty();
        then.Should().Equal(80, 50);
        (await AlertsAsync(customer)).Should().Equal(100, 80, 50);
        (await fixture.ScalarAsync<long>(
            "select count(*) from outbox where kind = 'mail.budget' and payload ->> 'organization_id' = $1", customer.ToString())).Should().Be(2);
        (await fixture.Get<EntitlementQueries>().OfAsync(owner, customer, CancellationToken.None))!.Entitlements.Stop.Should().BeNull("this budget only warns");
    }

    [Fact]
    public async Task A_budget_that_stops_stops_new_jobs_at_its_amount_and_says_so()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("professional");
        var owner = Owner(customer);
        await SetAsync(owner, customer, 4.55m, stops: true);
        var before = await StopAsync(owner, customer);

        await fixture.UseAsync(customer, 100);

        (before, (await StopAsync(owner, customer))?.Reason).Should().Be((null, JobStopReason.Budget));
        await SetAsync(owner, customer, null, stops: false);
        (await StopAsync(owner, customer)).Should().BeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("10000000.01")]
    public async Task An_amount_that_cannot_be_a_budget_is_refused(string amount)
    {
        var customer = await fixture.CustomerAsync();

        var problem = await fixture.Get<SetBudget>().HandleAsync(
            Owner(customer), customer, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), stops: false, CancellationToken.None);

        problem.Should().StartWith("Enter an amount");
    }

    [Fact]
    public async Task Budgets_and_forecasts_of_others_are_refused_and_members_set_none()
    {
        var (own, other) = (await fixture.CustomerAsync(), await fixture.CustomerAsync());
        var member = Owner(own) with { OrganizationRole = OrganizationRole.Member };

        await fixture.Awaiting(f => f.Get<BudgetQueries>().OfAsync(Owner(own), other, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<SetBudget>().HandleAsync(Owner(own), other, 5m, stops: false, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<SetBudget>().HandleAsync(member, own, 5m, stops: false, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<ForecastQueries>().OfAsync(Owner(own), other, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<RaiseBudgetAlerts>().HandleAsync(Owner(own), CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<KeepForecasts>().HandleAsync(Owner(own), CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task A_forecast_is_kept_once_a_day_and_later_tells_its_error()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("enterprise", BillingInterval.Year);

        // Each day the same until the 10th, then nothing: on the 10th of June 1.82 × … was expected, and less came.
        for (var day = 0; day < 10; day++)
        {
            fixture.Clock.AdjustTime(BillingFixture.Start.AddDays(day));
            await fixture.UseAsync(customer, 40);
        }

        fixture.Clock.AdjustTime(BillingFixture.Start.AddDays(9).AddHours(1));
        await KeepAsync();
        await KeepAsync();
        var early = await fixture.Get<ForecastQueries>().OfAsync(Owner(customer), customer, CancellationToken.None);
        await fixture.AdvanceToAsync("2026-07-10T11:00:00Z");
        await fixture.UseAsync(customer, 40);
        var later = await fixture.Get<ForecastQueries>().OfAsync(Owner(customer), customer, CancellationToken.None);

        // 30 days of 1.82 were expected, 10 came: 54.60 against 18.20, off by 200 %.
        (early!.Forecast!.Expected, early.PastErrorPercent).Should().Be((54.60m, null));
        (later!.PastErrorPercent, later.PastPeriods).Should().Be((200m, 1));
        (await fixture.ScalarAsync<long>(
            "select count(*) from usage_forecasts f join billing_periods p on p.id = f.billing_period_id where p.organization_id = $1", customer)).Should().Be(1);
    }

    private static Actor.User Owner(Guid customer) => new(Guid.Empty, null, customer, OrganizationRole.Owner);

    private async Task SetAsync(Actor actor, Guid customer, decimal? amount, bool stops) =>
        (await fixture.Get<SetBudget>().HandleAsync(actor, customer, amount, stops, CancellationToken.None)).Should().BeNull();

    private Task<int> RaiseAsync() => fixture.Get<RaiseBudgetAlerts>().HandleAsync(BillingFixture.Engine, CancellationToken.None);

    private Task<int> KeepAsync() => fixture.Get<KeepForecasts>().HandleAsync(BillingFixture.Engine, CancellationToken.None);

    private async Task<int[]> AlertsAsync(Guid customer) =>
        [.. (await fixture.Get<BudgetQueries>().OfAsync(Owner(customer), customer, CancellationToken.None)).Alerts.Select(alert => alert.Percent)];

    private async Task<JobStop?> StopAsync(Actor actor, Guid customer) =>
        (await fixture.Get<EntitlementQueries>().OfAsync(actor, customer, CancellationToken.None))!.Entitlements.Stop;
}
