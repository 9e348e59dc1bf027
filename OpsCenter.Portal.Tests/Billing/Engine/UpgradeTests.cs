using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Subscriptions;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Engine;

public sealed class UpgradeTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task An_upgrade_costs_the_days_that_are_left_and_blends_the_allowance()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");
        fixture.Clock.AdjustTime(BillingFixture.Start.AddDays(10));
        await fixture.UseAsync(customer, 400);

        var done = await UpgradeAsync(customer, await QuoteAsync(customer, "professional"));
        await fixture.UseAsync(customer, 400);
        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");

        // 18.20 used before: 15 covered, 3.20 charged. Then 31.67 − 15 = 16.67 of the next 18.20 are covered.
        done.Done.Should().BeTrue();
        (await fixture.InvoicesAsync(customer)).Should().Equal(
            "first: plan_fee 19 = 19", "upgrade: proration 20 = 20", "period: llm 30, agent 6.4, included -31.67, plan_fee 49 = 53.73");
        (await fixture.ListAsync("select concat(kind, ' ', trim_scale(monthly_before), ' ', trim_scale(monthly_after)) from subscription_movements where organization_id = $1 order by moved_at", customer))
            .Should().Equal("new 0 19", "expansion 19 49");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task A_quote_is_good_for_one_upgrade_of_what_was_quoted()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");
        var quote = await QuoteAsync(customer, "professional");

        var first = await UpgradeAsync(customer, quote);
        var again = await UpgradeAsync(customer, quote);
        var of = await QuoteAsync(customer, "enterprise");
        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");
        var late = await UpgradeAsync(customer, of);

        (first.Done, again.Done, late.Done).Should().Be((true, false, false));
        (await fixture.InvoicesAsync(customer)).Should().HaveCount(3);
    }

    private async Task<UpgradeQuote> QuoteAsync(Guid customer, string plan)
    {
        await using var connection = await fixture.Database.OpenConnectionAsync();
        var running = await SubscriptionRows.FindLiveAsync(connection, customer, CancellationToken.None);
        var period = await fixture.Get<PeriodQueries>().CurrentAsync(new Actor.System("test"), customer, CancellationToken.None);
        var from = await fixture.Get<PlanVersions>().GetAsync(running!.PlanVersionId, CancellationToken.None);

        return new UpgradeBasis(
            running, from, await fixture.PlanAsync(plan), period!.Id, period.Number, period.StartsAt, period.EndsAt, period.Included, period.UsedCovered)
            .QuoteAt(fixture.Clock.GetUtcNow());
    }

    private Task<UpgradeOutcome> UpgradeAsync(Guid customer, UpgradeQuote quote) => fixture.InTransactionAsync(
        db => fixture.Get<SubscriptionEngine>().UpgradeAsync(db, customer, quote, fixture.Clock.GetUtcNow(), CancellationToken.None));
}
