using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Subscriptions;
using Xunit;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;
using static OpsCenter.Portal.Tests.Subscriptions.SubscriptionsFixture;

namespace OpsCenter.Portal.Tests.Subscriptions;

public sealed class EntitlementQueriesTests(SubscriptionsFixture fixture) : IClassFixture<SubscriptionsFixture>
{
    [Fact]
    public async Task A_plan_gives_its_features_and_what_is_left()
    {
        var customer = await fixture.SubscribeAsync("professional");
        await UseAsync(customer, "input_tokens = 10, output_tokens = 20, agent_tokens = 30, searches = 1.5, used = 12");
        await fixture.ExecuteAsync("update credit_grants set consumed = 12 where organization_id = $1 and valid_from = $2", customer, Start.UtcDateTime);

        var found = (await OfAsync(customer))!;

        (found.Entitlements.Plan?.Code, found.Entitlements.Status, found.Entitlements.Byok).Should().Be(("professional", SubscriptionStatus.Active, true));
        found.Entitlements.Left.Should().Be(new EntitlementsLeft(Usd(28), Usd(147), null)); // 40 − 12, 3 × 49
        found.Facts.Use.Should().Be(new MeterUse(10, 20, 30, 1.5m));
        (found.PeriodStart, found.PeriodEnd).Should().Be((Start, Start.AddMonths(1)));
    }

    [Fact]
    public async Task Overage_up_to_the_cap_stops_jobs_until_the_cap_or_the_trust_grows()
    {
        var customer = await fixture.SubscribeAsync("starter");
        await fixture.ExecuteAsync("update credit_grants set consumed = amount where organization_id = $1", customer);
        await UseAsync(customer, "llm_fee = 60, agent_fee = 10, tools_fee = 2, covered = 15, used = 72"); // 57 beyond, which is 3 × 19

        var stopped = (await OfAsync(customer))!.Entitlements;
        await fixture.Get<SetOverageCap>().HandleAsync(Admin, customer, 57.01m, default);
        var raised = (await OfAsync(customer))!.Entitlements;
        await fixture.Get<SetOverageCap>().HandleAsync(Admin, customer, null, default);
        await PayAsync(customer, usage: 0m);
        var withoutOverage = (await OfAsync(customer))!.Entitlements;
        await PayAsync(customer, usage: 3m);
        var trusted = (await OfAsync(customer))!.Entitlements;

        stopped.Stop.Should().Be(new JobStop(JobStopReason.OverageCap, Amount: Usd(57)));
        (raised.Stop, raised.Left!.Overage).Should().Be((null, Usd(0.01m)));
        withoutOverage.MayStartJobs.Should().BeFalse("an invoice without overage proves nothing");
        (trusted.Stop, trusted.OverageCap).Should().Be((null, null));
    }

    [Fact]
    public async Task A_budget_that_stops_is_spent_by_all_jobs()
    {
        var customer = await fixture.SubscribeAsync("starter");
        await UseAsync(customer, "used = 10");
        await fixture.ExecuteAsync(
            "insert into budgets (organization_id, amount, currency, stops, changed_at, changed_by) values ($1, 10, 'USD', true, $2, 'test')", customer, Now.UtcDateTime);

        (await OfAsync(customer))!.Entitlements.Stop.Should().Be(new JobStop(JobStopReason.Budget, Amount: Usd(10)));
    }

    [Fact]
    public async Task Promotions_count_while_they_are_valid()
    {
        var customer = await fixture.SubscribeAsync("starter");
        await fixture.ExecuteAsync(
            """
            insert into credit_grants (id, organization_id, kind, amount, currency, priority, valid_from, expires_at, granted_at, granted_by, reason)
            select gen_random_uuid(), $1, 'promotion', 7, 'USD', 10, $2::timestamptz - x, $2::timestamptz + interval '1 day' - x, $2, 'test', 'test'
            from unnest(array['1 hour', '1 day', '-1 hour']::interval[]) x
            """,
            customer,
            Now.UtcDateTime);

        (await OfAsync(customer))!.Entitlements.Left!.Included.Should().Be(Usd(22)); // 15 + 7: the others are over, or not yet valid
    }

    [Fact]
    public async Task Without_a_plan_nothing_may_start_and_the_sentence_says_what_helps()
    {
        var never = (await OfAsync(await fixture.CreateCustomerAsync()))!.Entitlements;
        var ended = (await OfAsync(await fixture.SubscribeAsync("trial", BillingInterval.Once)))!.Entitlements; // it ran out on the 8th

        never.Stop!.Reason.Should().Be(JobStopReason.NoSubscription);
        (ended.Stop!.Reason, ended.Status).Should().Be((JobStopReason.SubscriptionEnded, SubscriptionStatus.Ended));
        EntitlementWords.Sentence(ended.Stop).Should().Be("New jobs are stopped: the plan has ended. Choose one on the Plan page.");
    }

    [Fact]
    public async Task A_reached_threshold_names_itself_its_value_and_what_helps()
    {
        var customer = await fixture.SubscribeAsync("trial", BillingInterval.Once, s => s with { TrialEndsAt = Now.AddDays(1) });
        await UseAsync(customer, "agent_tokens = 225000");

        var stop = (await OfAsync(customer))!.Entitlements.Stop!;

        EntitlementWords.Sentence(stop).Should().Be("New jobs are stopped: the limit of 225,000 agent tokens is reached. Choose a larger plan on the Plan page.");
    }

    [Fact]
    public async Task Nobody_reads_or_sets_those_of_others()
    {
        var customer = await fixture.SubscribeAsync("starter");
        var stranger = MemberOf(await fixture.CreateCustomerAsync());
        var usageOnly = new Actor.Machine(Guid.CreateVersion7(Now), "brigade", MachineScopes.UsageWrite);
        var queries = fixture.Get<EntitlementQueries>();

        await queries.Invoking(q => q.OfAsync(stranger, customer, default)).Should().ThrowAsync<AccessDeniedException>();
        await queries.Invoking(q => q.ForMachineAsync(usageOnly, customer, default)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Get<SetOverageCap>().Invoking(s => s.HandleAsync(MemberOf(customer), customer, 1m, default)).Should().ThrowAsync<AccessDeniedException>();
        (await fixture.Get<SetOverageCap>().HandleAsync(Admin, customer, -1m, default)).Should().NotBeNull();
        (await fixture.Get<SetOverageCap>().HandleAsync(Admin, Guid.CreateVersion7(Now), 1m, default)).Should().Be("This customer does not exist.");
    }

    private Task<CustomerEntitlements?> OfAsync(Guid customer) =>
        fixture.Get<EntitlementQueries>().OfAsync(MemberOf(customer, OrganizationRole.Member), customer, default);

    private Task<int> UseAsync(Guid customer, string counters) =>
        fixture.ExecuteAsync($"update billing_periods set {counters} where organization_id = $1 and starts_at = $2", customer, Start.UtcDateTime);

    private async Task PayAsync(Guid customer, decimal usage)
    {
        var id = Guid.CreateVersion7(Now);
        await fixture.ExecuteAsync(
            """
            insert into invoices (id, number, kind, organization_id, subscription_id, test_mode, currency, issued_at, accounting_date, period_start, period_end,
                seller, buyer, tax_note, subtotal, tax, total, state, settled_at)
            select $2, 'TEST-' || $2, 'interim', $1, s.id, true, 'USD', $3, $3::timestamptz::date, $3, $3, '{}', '{}', '', 20, 0, 20, 'paid', $3
            from subscriptions s where s.organization_id = $1
            """,
            customer,
            id,
            Now.UtcDateTime);
        await fixture.ExecuteAsync(
            """
            insert into invoice_lines (invoice_id, position, kind, description, period_start, period_end, exact_amount, amount, tax_percent)
            values ($1, 1, 'llm', '', $2, $2, 15 + $3, 15 + $3, 0), ($1, 2, 'included', '', $2, $2, -15, -15, 0), ($1, 3, 'plan_fee', '', $2, $2, 19, 19, 0)
            """,
            id,
            Now.UtcDateTime,
            usage);
    }
}
