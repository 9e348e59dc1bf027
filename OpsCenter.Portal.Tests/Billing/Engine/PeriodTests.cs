using FluentAssertions;
using OpsCenter.Domain.Subscriptions;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Engine;

public sealed class PeriodTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task Included_usage_is_used_up_before_overage_is_charged_and_late_usage_takes_the_allowance_of_its_own_month()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");

        // 300K tokens: 11.25 model, 2.40 agent = 13.65 of 15 included; then 100K: 3.75 + 0.80 = 4.55, of which 1.35 are covered.
        await fixture.UseAsync(customer, 300);
        await fixture.UseAsync(customer, 100);
        await fixture.AdvanceToAsync("2026-07-01T00:00:05Z");

        // 3 of the 5 days old job's 4.55 would be covered by June, but June's allowance is used up; the one of July is not touched.
        await fixture.UseAsync(customer, 100, TimeSpan.FromDays(5));
        await fixture.AdvanceToAsync("2026-08-01T00:00:05Z");

        (await fixture.InvoicesAsync(customer)).Should().Equal(
            "first: plan_fee 19 = 19",
            "period: llm 15, agent 3.2, included -15, plan_fee 19 = 22.2",
            "period: llm 3.75, agent 0.8, plan_fee 19 = 23.55");
        (await fixture.ListAsync(
            "select concat(usage_period, ' ', posting_period, ' ', trim_scale(total), ' ', trim_scale(covered)) from ledger_entries where organization_id = $1 order by posted_at", customer))
            .Should().Equal("2026-06-01 2026-06-01 13.65 13.65", "2026-06-01 2026-06-01 4.55 1.35", "2026-06-01 2026-07-01 4.55 0");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task Rounding_of_each_line_is_an_entry_of_the_ledger()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");

        // 333K: 12.4875 model, 2.664 agent = 15.1515, of which 15 are included.
        await fixture.UseAsync(customer, 333);
        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");

        (await fixture.InvoicesAsync(customer)).Should().Equal("first: plan_fee 19 = 19", "period: llm 12.49, agent 2.66, included -15, plan_fee 19 = 19.15");
        (await fixture.ListAsync("select trim_scale(total)::text from ledger_entries where kind = 'residue' and organization_id = $1 order by 1", customer))
            .Should().Equal("-0.004", "0.0025");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task The_anchor_day_is_kept_over_short_months_and_a_year_is_paid_once()
    {
        fixture.Clock.AdjustTime(new DateTimeOffset(2028, 1, 31, 22, 0, 0, TimeSpan.Zero));
        var (monthly, yearly) = (await fixture.SubscriberAsync("starter"), await fixture.SubscriberAsync("professional", BillingInterval.Year));

        foreach (var moment in new[] { "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31" })
            await fixture.AdvanceToAsync(moment);

        (await StartsAsync(monthly)).Should().Equal("2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31", "2028-06-30");
        (await StartsAsync(yearly)).Should().Equal("2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31", "2028-06-30");
        (await fixture.InvoicesAsync(monthly)).Should().HaveCount(5).And.OnlyContain(i => i.EndsWith("plan_fee 19 = 19", StringComparison.Ordinal));
        (await fixture.InvoicesAsync(yearly)).Should().Equal("first: plan_fee 490 = 490");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task A_trial_ends_by_itself_after_its_hours_and_charges_nothing_beyond_its_price()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("trial");
        await fixture.UseAsync(customer, 200);

        await fixture.AdvanceToAsync("2026-06-08T09:29:59Z");
        var before = await StateAsync(customer);
        await fixture.AdvanceToAsync("2026-06-08T09:30:00Z");
        await fixture.UseAsync(customer, 1);

        (before, await StateAsync(customer)).Should().Be(("running", "ended: The trial ended."));
        (await fixture.InvoicesAsync(customer)).Should().Equal("first: plan_fee 1 = 1", "period: llm 7.5, agent 1.6, included -5, credit -4.1 = 0");
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where organization_id = $1 and billing_period_id is null", customer)).Should().Be(1);
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task A_plan_bought_during_the_trial_replaces_it_at_once_and_only_once()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("trial");
        fixture.Clock.Advance(TimeSpan.FromDays(2));

        var first = await fixture.SubscribeAsync(customer, "starter");
        var second = await fixture.SubscribeAsync(customer, "professional");

        (first is null, second is null).Should().Be((false, true));
        (await fixture.ListAsync("select concat(kind, ' ', trim_scale(monthly_after)) from subscription_movements where organization_id = $1", customer)).Should().Equal("new 19");
        (await StartsAsync(customer)).Should().Equal("2026-06-01", "2026-06-03", "2026-07-03");
        await fixture.ExecuteAsync("update subscriptions set ended_at = now(), end_reason = 'test' where started_at is null and organization_id = $1", customer);
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task Small_amounts_are_carried_to_the_next_invoice_and_paid_there()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter", BillingInterval.Year);

        // 330K are 15.015: 0.02 beyond what is included (two lines rounded: 12.375 to 12.38, 2.64).
        await fixture.UseAsync(customer, 330);
        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");
        await fixture.UseAsync(customer, 400);
        await fixture.AdvanceToAsync("2026-08-01T00:00:00Z");

        (await fixture.InvoicesAsync(customer)).Should().Equal(
            "first: plan_fee 190 = 190",
            "period: llm 12.38, agent 2.64, included -15, carried_out -0.02 = 0",
            "period: llm 15, agent 3.2, included -15, carried_in 0.02 = 3.22");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task Large_unbilled_usage_makes_an_interim_invoice_that_the_period_takes_off_again()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("enterprise");

        // 4,000K are 182: 102 beyond the 80 that are included.
        await fixture.UseAsync(customer, 4_000);
        await fixture.AdvanceAsync();
        await fixture.AdvanceAsync();
        await fixture.UseAsync(customer, 100);
        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");

        (await fixture.InvoicesAsync(customer)).Should().Equal(
            "first: plan_fee 99 = 99", "interim: usage 102 = 102", "period: llm 153.75, agent 32.8, included -80, invoiced -102, plan_fee 99 = 103.55");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task A_cancelled_subscription_ends_with_its_period_and_what_runs_later_is_billed_to_nobody()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");
        await fixture.ChangeAsync(customer, s => s with { CancelAt = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), CancelReason = "Too dear" });

        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");
        await fixture.UseAsync(customer, 10);

        (await StateAsync(customer)).Should().Be("ended: Cancelled by the customer.");
        (await fixture.InvoicesAsync(customer)).Should().Equal("first: plan_fee 19 = 19");
        (await fixture.ListAsync("select kind from subscription_movements where organization_id = $1 order by moved_at", customer)).Should().Equal("new", "churn");
        (await StartsAsync(customer)).Should().Equal("2026-06-01");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task A_downgrade_waits_for_the_end_of_the_period()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("professional");
        var starter = await fixture.PlanAsync("starter");
        await fixture.ChangeAsync(customer, s => s with { NextPlanVersionId = starter.Id, NextInterval = BillingInterval.Year });

        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");
        await fixture.AdvanceToAsync("2026-08-01T00:00:00Z");

        (await fixture.InvoicesAsync(customer)).Should().Equal("first: plan_fee 49 = 49", "period: plan_fee 190 = 190");
        (await fixture.ListAsync("select trim_scale(amount)::text from credit_grants where organization_id = $1 order by valid_from", customer)).Should().Equal("40", "15", "15", "15");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task The_engine_makes_up_for_months_of_absence_one_period_after_the_other()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");

        await fixture.AdvanceToAsync("2026-10-15T12:00:00Z");

        (await fixture.InvoicesAsync(customer)).Should().HaveCount(5).And.OnlyContain(i => i.EndsWith("plan_fee 19 = 19", StringComparison.Ordinal));
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task A_clock_set_back_closes_nothing_twice()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");
        await fixture.AdvanceToAsync("2026-07-01T00:00:00Z");

        var later = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(fixture.AdvanceAsync)));

        later.Should().AllBeEquivalentTo(0);
        (await fixture.InvoicesAsync(customer)).Should().HaveCount(2);
    }

    private Task<string[]> StartsAsync(Guid customer) =>
        fixture.ListAsync("select (starts_at at time zone 'UTC')::date::text from billing_periods where organization_id = $1 order by starts_at", customer);

    private Task<string> StateAsync(Guid customer) => fixture.ScalarAsync<string>(
        "select coalesce('ended: ' || end_reason, 'running') from subscriptions where organization_id = $1 order by created_at desc limit 1", customer);
}
