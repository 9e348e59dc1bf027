using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Subscriptions.Changes;
using Xunit;
using static OpsCenter.Domain.Subscriptions.BillingInterval;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;
using static OpsCenter.Portal.Tests.Subscriptions.SubscriptionsFixture;

namespace OpsCenter.Portal.Tests.Subscriptions.Changes;

public sealed class SubscriptionChangeTests(SubscriptionsFixture fixture) : IClassFixture<SubscriptionsFixture>
{
    [Fact]
    public async Task A_downgrade_waits_for_the_end_of_the_period_and_can_be_revoked()
    {
        var customer = await fixture.SubscribeAsync("professional");
        var starter = await fixture.PlanAsync("starter");

        var planned = await ScheduleAsync(customer, "starter", Month);
        var waiting = await fixture.FindAsync(customer);
        var revoked = await fixture.Get<RevokeChange>().HandleAsync(MemberOf(customer), customer, default);

        (planned, revoked).Should().Be((null, null));
        (waiting!.PlanVersionId == starter.Id, waiting.NextPlanVersionId, waiting.NextInterval).Should().Be((false, starter.Id, Month));
        (await fixture.FindAsync(customer))!.NextPlanVersionId.Should().BeNull();
        (await AuditOfAsync(customer)).Should().BeEquivalentTo("subscription.change_scheduled", "subscription.change_revoked");
    }

    [Theory]
    [InlineData("professional", "starter", null)]
    [InlineData("starter", "professional", "A larger plan starts at once, after payment.")]
    [InlineData("starter", "starter", "This is the plan you have.")]
    [InlineData("starter", "trial", "This plan is not sold in this interval.")]
    [InlineData("trial", "starter", "This plan starts at once, after payment.")]
    public async Task Only_what_waits_is_scheduled(string from, string to, string? refusal)
    {
        var customer = await fixture.SubscribeAsync(from, from == "trial" ? Once : Month, s => s with { TrialEndsAt = from == "trial" ? Now.AddDays(1) : null });

        (await ScheduleAsync(customer, to, Month)).Should().Be(refusal);
    }

    [Fact]
    public async Task The_year_can_be_chosen_for_the_next_period()
    {
        var customer = await fixture.SubscribeAsync("starter");

        (await ScheduleAsync(customer, "starter", Year)).Should().BeNull();

        (await fixture.FindAsync(customer))!.NextInterval.Should().Be(Year);
    }

    [Fact]
    public async Task A_move_by_operators_is_not_revoked_by_the_customer()
    {
        var customer = await fixture.SubscribeAsync("starter");
        await fixture.ExecuteAsync(
            "update subscriptions set next_plan_version_id = plan_version_id, next_interval = billing_interval where organization_id = $1", customer);

        var byOwner = await fixture.Get<RevokeChange>().HandleAsync(MemberOf(customer), customer, default);
        var byOperator = await fixture.Get<RevokeChange>().HandleAsync(Admin, customer, default);

        byOwner.Should().StartWith("This change is to the current version of your plan.");
        byOperator.Should().BeNull();
    }

    [Theory]
    [InlineData(Month, "2026-07-01")]
    [InlineData(Year, "2027-06-01")]
    public async Task A_cancelled_plan_runs_until_what_is_paid_for_ends_and_can_be_resumed(BillingInterval interval, string end)
    {
        var customer = await fixture.SubscribeAsync("starter", interval);
        await ScheduleAsync(customer, "starter", interval is Month ? Year : Month);

        var cancelled = await CancelAsync(customer, " Too dear ");
        var ending = (await fixture.FindAsync(customer))!;
        var again = await CancelAsync(customer, "Again");
        var resumed = await fixture.Get<ResumeSubscription>().HandleAsync(MemberOf(customer), customer, default);

        (cancelled, again, resumed).Should().Be((null, "The plan is cancelled already.", null));
        (ending.CancelAt, ending.CancelReason, ending.NextPlanVersionId).Should().Be((DateTimeOffset.Parse(end + "Z", System.Globalization.CultureInfo.InvariantCulture), "Too dear", null));
        (await fixture.FindAsync(customer))!.CancelAt.Should().BeNull();
    }

    [Fact]
    public async Task What_ended_is_not_resumed_and_what_was_never_paid_is_given_up_at_once()
    {
        var ended = await fixture.SubscribeAsync("starter", change: s => s with { CancelAt = Now, CancelReason = "Test" });
        var pending = await fixture.SubscribeAsync("starter", change: s => s with { StartedAt = null, AnchorAt = null });

        (await fixture.Get<ResumeSubscription>().HandleAsync(MemberOf(ended), ended, default)).Should().Be("The plan has ended. Choose one anew.");
        (await CancelAsync(pending, "Changed my mind")).Should().BeNull();

        (await fixture.FindAsync(pending))!.EndedAt.Should().Be(Now);
    }

    [Fact]
    public async Task A_trial_is_not_cancelled_and_a_reason_is_asked_for()
    {
        var trial = await fixture.SubscribeAsync("trial", Once, s => s with { TrialEndsAt = Now.AddDays(1) });
        var customer = await fixture.SubscribeAsync("starter");

        (await CancelAsync(trial, "Test")).Should().StartWith("A trial ends by itself");
        (await CancelAsync(customer, "  ")).Should().Be("Say why, in a few words.");
        (await CancelAsync(customer, new string('x', 501))).Should().Be("Use at most 500 characters.");
    }

    [Fact]
    public async Task An_operator_ends_a_subscription_now()
    {
        var customer = await fixture.SubscribeAsync("starter");

        (await fixture.Get<EndSubscription>().HandleAsync(Admin, customer, "Fraud", default)).Should().BeNull();

        var subscription = (await fixture.FindAsync(customer))!;
        (subscription.EndedAt, subscription.EndReason, SubscriptionStatusRule.At(subscription, Now)).Should().Be((Now, "Fraud", SubscriptionStatus.Ended));
        (await fixture.Get<EndSubscription>().HandleAsync(Admin, customer, "Again", default)).Should().Be("There is no plan to end.");
    }

    [Fact]
    public async Task An_upgrade_on_day_10_of_30_shows_20_dollars_and_31_67_included()
    {
        var customer = await fixture.SubscribeAsync("starter");

        var offer = (await QuoteAsync(customer, "professional")).Should().BeOfType<UpgradeAnswer.Offered>().Subject.Offer;

        (offer.Quote.PriceDifference, offer.Quote.Included, offer.Quote.DaysElapsed, offer.Quote.DaysInPeriod).Should().Be((Usd(20), Usd(31.67m), 10, 30));
        (offer.RenewsAt, offer.RenewalPrice, offer.CurrentIncluded).Should().Be((new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), Usd(49), Usd(15)));
    }

    [Fact]
    public async Task An_upgrade_keeps_what_is_covered()
    {
        var customer = await fixture.SubscribeAsync("starter");
        await fixture.ExecuteAsync("update credit_grants set amount = 50, consumed = 50 where organization_id = $1 and valid_from = $2", customer, Start.UtcDateTime);

        var offer = ((UpgradeAnswer.Offered)await QuoteAsync(customer, "professional")).Offer;

        offer.Quote.Included.Should().Be(Usd(66.67m)); // 50 + 25 × 20/30
    }

    [Fact]
    public async Task An_upgrade_waits_until_it_is_clear_what_was_paid()
    {
        var unpaid = await fixture.SubscribeAsync("starter", change: s => s with { PastDueSince = Now });
        var cancelled = await fixture.SubscribeAsync("starter", change: s => s with { CancelAt = Now.AddDays(1), CancelReason = "Test" });
        var closing = await fixture.SubscribeAsync("starter", change: s => s with { AnchorAt = Start.AddMonths(-1) });
        var largest = await fixture.SubscribeAsync("enterprise");

        (await QuoteAsync(unpaid, "professional")).Should().Be(new UpgradeAnswer.Refused("An invoice is unpaid. Pay it on the Billing page before you upgrade."));
        (await QuoteAsync(cancelled, "professional")).Should().Be(new UpgradeAnswer.Refused("The plan is cancelled. Resume it before you upgrade."));
        (await QuoteAsync(closing, "professional")).Should().Be(new UpgradeAnswer.Refused("A billing period is just being closed. Try again in a minute."));
        (await QuoteAsync(largest, "professional")).Should().Be(new UpgradeAnswer.Refused("This plan is no upgrade of yours."));
    }

    [Fact]
    public async Task Custom_plans_of_others_are_not_offered()
    {
        var (mine, other) = (await fixture.SubscribeAsync("starter"), await fixture.CreateCustomerAsync());
        await fixture.Get<Portal.Subscriptions.Plans.CreatePlan>().HandleAsync(
            Admin, new("custom-other", other, new PlanTerms { Name = "Custom", MonthlyPrice = 25m }), default);

        (await QuoteAsync(mine, "custom-other")).Should().Be(new UpgradeAnswer.Refused("This plan is not offered any more. Reload the page to see those that are."));
    }

    [Fact]
    public async Task What_is_paid_is_what_was_shown()
    {
        var customer = await fixture.SubscribeAsync("starter");
        var shown = ((UpgradeAnswer.Offered)await QuoteAsync(customer, "professional")).Offer.Quote;
        var buy = new BuyPlan(fixture.Get<QuoteUpgrade>(), null!); // no checkout is started

        var cheaper = await buy.UpgradeAsync(MemberOf(customer), customer, shown with { PriceDifference = Usd(1) }, new Uri("http://localhost"), default);

        cheaper.Should().Be(new BuyPlanOutcome.Refused("What it costs has changed since it was shown. Close this and look again."));
    }

    [Fact]
    public async Task An_operator_starts_a_plan_whose_first_invoice_is_asked_for()
    {
        var customer = await fixture.CreateCustomerAsync();
        var choice = ((await fixture.PlanAsync("professional")).Id, Year);
        var start = fixture.Get<StartSubscription>();

        var started = await start.HandleAsync(Admin, customer, choice, "Agreed by phone", default);
        var again = await start.HandleAsync(Admin, customer, choice, "Agreed by phone", default);

        (started, again).Should().Be((null, "The customer has a plan. End it first, or let the customer change it."));
        var subscription = (await fixture.FindAsync(customer))!;
        (subscription.Interval, SubscriptionStatusRule.At(subscription, Now)).Should().Be((Year, SubscriptionStatus.Active));
        (await fixture.ScalarAsync<decimal>("select p.amount from payments p where p.organization_id = $1", customer)).Should().Be(490m);
        (await start.HandleAsync(Admin, customer, (choice.Id, Once), "Test", default)).Should().Be("This plan is not offered to the customer so.");
        (await AuditOfAsync(customer)).Should().Equal("subscription.started");
    }

    [Fact]
    public async Task Nobody_changes_a_foreign_subscription_and_members_not_even_their_own()
    {
        var customer = await fixture.SubscribeAsync("professional");
        var starter = (await fixture.PlanAsync("starter")).Id;
        Actor[] strangers =
        [
            MemberOf(await fixture.CreateCustomerAsync()), MemberOf(customer, OrganizationRole.Member), MemberOf(customer, OrganizationRole.Admin),
            MemberOf(customer, OrganizationRole.Billing), SubscriptionsFixture.Support,
        ];
        Func<Actor, Task>[] acts =
        [
            actor => fixture.Get<ScheduleChange>().HandleAsync(actor, customer, starter, Month, default),
            actor => fixture.Get<RevokeChange>().HandleAsync(actor, customer, default),
            actor => fixture.Get<CancelSubscription>().HandleAsync(actor, customer, "Test", default),
            actor => fixture.Get<ResumeSubscription>().HandleAsync(actor, customer, default),
            actor => fixture.Get<EndSubscription>().HandleAsync(actor, customer, "Test", default),
            actor => fixture.Get<QuoteUpgrade>().HandleAsync(actor, customer, starter, default),
            actor => fixture.Get<StartSubscription>().HandleAsync(actor, customer, (starter, Month), "Test", default),
            actor => new BuyPlan(fixture.Get<QuoteUpgrade>(), null!).SubscribeAsync(actor, customer, starter, Month, new Uri("http://localhost"), default), // nobody gets that far
        ];

        foreach (var act in acts)
        {
            foreach (var stranger in strangers)
                await act.Invoking(a => a(stranger)).Should().ThrowAsync<AccessDeniedException>();
        }

        await acts[4].Invoking(a => a(MemberOf(customer))).Should().ThrowAsync<AccessDeniedException>("ending at once is for operators");
        (await fixture.FindAsync(customer))!.CancelAt.Should().BeNull();
    }

    private async Task<string?> ScheduleAsync(Guid customer, string code, BillingInterval interval) => await fixture.Get<ScheduleChange>()
        .HandleAsync(MemberOf(customer), customer, (await fixture.PlanAsync(code)).Id, interval, default);

    private Task<string?> CancelAsync(Guid customer, string reason) =>
        fixture.Get<CancelSubscription>().HandleAsync(MemberOf(customer), customer, reason, default);

    private async Task<UpgradeAnswer> QuoteAsync(Guid customer, string code) =>
        await fixture.Get<QuoteUpgrade>().HandleAsync(MemberOf(customer), customer, (await fixture.PlanAsync(code)).Id, default);

    private async Task<string[]> AuditOfAsync(Guid customer) => await fixture.ScalarAsync<string[]>(
        "select array_agg(action) from audit_entries where organization_id = $1 and subject_type = 'subscription'", customer);
}
