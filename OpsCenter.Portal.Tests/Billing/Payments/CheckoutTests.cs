using FluentAssertions;
using Microsoft.AspNetCore.Http;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Billing.Checkouts;
using OpsCenter.Portal.Outbox;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Payments;

/// <summary>What a checkout asks for is given once, whatever the payment provider says how often.</summary>
public sealed class CheckoutTests(PaymentsFixture fixture) : IClassFixture<PaymentsFixture>
{
    [Fact]
    public async Task A_paid_plan_is_active_with_a_paid_invoice_and_the_card_is_kept_as_the_default()
    {
        var owner = await fixture.SubscriberAsync();

        (await StateAsync(owner)).Should().Be("completed/active/paid/succeeded");
        (await fixture.ScalarAsync<string>(
            "select brand || last4 || is_default from payment_methods where organization_id = $1", PaymentsFixture.OrganizationOf(owner))).Should().Be("visa4242true");
        fixture.Mailer.Sent.Should().BeEmpty("nobody with an address belongs to this customer");
    }

    [Fact]
    public async Task The_same_news_again_in_any_order_has_one_effect()
    {
        var owner = await fixture.OwnerAsync();
        await fixture.BuyAsync(owner, "starter");
        var news = await fixture.NewsAsync("payload like '%'");
        await fixture.RunAsync();
        news.Reverse();

        foreach (var body in news.Concat(news))
        {
            (await fixture.PostAsync(body)).Should().Be(StatusCodes.Status200OK);
            await fixture.RunAsync();
        }

        (await StateAsync(owner)).Should().Be("completed/active/paid/succeeded");
    }

    [Fact]
    public async Task The_same_thing_under_another_event_id_has_one_effect()
    {
        var owner = await fixture.OwnerAsync();
        var session = await fixture.BuyAsync(owner, "starter");
        await fixture.RunAsync();

        var completed = (await fixture.NewsAsync("type = 'checkout.completed' and payload like $1", $"%{session}%")).Single();
        await fixture.PostAsync(completed.Replace("\"evt_test_", "\"evt_test_again", StringComparison.Ordinal));
        await fixture.RunAsync();

        (await StateAsync(owner)).Should().Be("completed/active/paid/succeeded");
    }

    [Fact]
    public async Task News_that_is_forged_old_or_signed_with_another_secret_is_refused()
    {
        const string body = """{"id":"evt_x","type":"checkout.completed","created":1,"data":{"object":{"id":"cs_x"}}}""";
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var secret = await fixture.Get<TestSecret>().GetAsync(CancellationToken.None);
        var now = fixture.Clock.GetUtcNow();

        (await fixture.PostAsync(body, "")).Should().Be(400);
        (await fixture.PostAsync(body, TestSignature.Sign("another", bytes, now))).Should().Be(400);
        (await fixture.PostAsync(body, TestSignature.Sign(secret, bytes, now.AddSeconds(-301)))).Should().Be(400);
        (await fixture.PostAsync(body, TestSignature.Sign(secret, bytes, now.AddSeconds(301)))).Should().Be(400);
        (await fixture.PostAsync(body + " ", TestSignature.Sign(secret, bytes, now))).Should().Be(400);
        (await fixture.PostAsync(body, "t=abc,v1=00")).Should().Be(400);
        (await fixture.PostAsync(body, "v0=1," + TestSignature.Sign(secret, bytes, now.AddSeconds(-299)) + ",v1=00")).Should().Be(200);
    }

    [Fact]
    public async Task A_page_that_nobody_completes_expires_and_the_plan_can_be_chosen_again()
    {
        var owner = await fixture.OwnerAsync();
        var version = await fixture.ScalarAsync<Guid>("select id from plan_versions where plan_code = 'starter'");
        var request = new CheckoutRequest.Subscribe(version, Domain.Subscriptions.BillingInterval.Month);
        var first = await fixture.StartAsync(owner, request);

        var second = await fixture.StartAsync(owner, request);
        await fixture.PayAsync(second, PaymentsFixture.Good);
        await fixture.RunAsync();
        var late = await fixture.PayAsync(first, PaymentsFixture.Good);
        await fixture.RunAsync();

        late.Should().BeOfType<DeskAnswer.Completed>("both pages were open");
        (await fixture.ScalarAsync<string>(
            """
            select string_agg(concat(c.state, ' ', r.state), ', ' order by c.created_at) from checkouts c left join payments p on p.checkout_id = c.id
            left join refunds r on r.payment_id = p.id where c.organization_id = $1
            """,
            PaymentsFixture.OrganizationOf(owner))).Should().Be("refused succeeded, completed ", "a plan that runs is not paid twice");
    }

    [Fact]
    public async Task A_trial_that_runs_ends_when_a_plan_is_paid()
    {
        var owner = await fixture.SubscriberAsync(plan: "trial");
        fixture.Clock.Advance(TimeSpan.FromDays(2));

        await fixture.BuyAsync(owner, "starter");
        await fixture.RunAsync();

        (await fixture.ScalarAsync<string>(
            """
            select string_agg(concat(v.plan_code, case when s.ended_at is null then ' runs' else ' ended' end), ', ' order by s.created_at)
            from subscriptions s join plan_versions v on v.id = s.plan_version_id where s.organization_id = $1
            """,
            PaymentsFixture.OrganizationOf(owner))).Should().Be("trial ended, starter runs");
        (await fixture.ScalarAsync<string>(
            "select string_agg(state || ' ' || trim_scale(total), ', ' order by total) from invoices where organization_id = $1 and total > 0",
            PaymentsFixture.OrganizationOf(owner))).Should().Be("paid 1, paid 19");
    }

    [Fact]
    public async Task A_declined_card_changes_nothing_and_another_one_completes_the_same_page()
    {
        var owner = await fixture.OwnerAsync();
        var session = await fixture.BuyAsync(owner, "starter", "4000000000000002");
        await fixture.RunAsync();
        (await fixture.ScalarAsync<long>("select count(*) from payments where organization_id = $1", PaymentsFixture.OrganizationOf(owner))).Should().Be(0);

        await fixture.PayAsync(session, "4000002500003155");
        await fixture.RunAsync();

        (await StateAsync(owner)).Should().Be("completed/active/paid/succeeded");
    }

    [Fact]
    public async Task Others_cannot_start_checkouts_or_see_them()
    {
        var (owner, stranger) = (await fixture.SubscriberAsync(), await fixture.OwnerAsync());
        var organization = PaymentsFixture.OrganizationOf(owner);
        var checkout = await fixture.ScalarAsync<Guid>("select id from checkouts where organization_id = $1", organization);
        var start = fixture.Get<StartCheckout>();

        foreach (var request in (CheckoutRequest[])[new CheckoutRequest.AddCard(true), new CheckoutRequest.Subscribe(checkout, Domain.Subscriptions.BillingInterval.Month)])
        {
            var act = () => start.HandleAsync(stranger, organization, request, PaymentsFixture.Portal, CancellationToken.None);
            await act.Should().ThrowAsync<AccessDeniedException>();
        }

        var queries = fixture.Get<CheckoutQueries>();
        var look = () => queries.FindAsync(stranger, organization, checkout, CancellationToken.None);
        await look.Should().ThrowAsync<AccessDeniedException>();
        (await queries.FindAsync(stranger, PaymentsFixture.OrganizationOf(stranger), checkout, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task A_dead_message_is_retried_by_an_operator_only()
    {
        var owner = await fixture.OwnerAsync();
        await fixture.ExecuteAsync(
            "insert into webhook_inbox (source, event_id, type, payload, received_at, due_at, dead_at) values ('payments', 'evt_dead', 'other', '{\"Id\":\"evt_dead\",\"Kind\":6,\"ObjectId\":\"\",\"At\":\"2026-01-01T00:00:00Z\"}', now(), now(), now())");
        var retry = fixture.Get<RetryMessage>();

        var act = () => retry.HandleAsync(owner, MessageBox.Inbox, "evt_dead", CancellationToken.None);
        await act.Should().ThrowAsync<AccessDeniedException>();
        (await retry.HandleAsync(new Actor.User(Guid.Empty, PlatformRole.Admin, null, null), MessageBox.Inbox, "evt_dead", CancellationToken.None)).Should().BeNull();
        await fixture.RunAsync();

        (await fixture.ScalarAsync<bool>("select processed_at is not null from webhook_inbox where event_id = 'evt_dead'")).Should().BeTrue();
    }

    // Checkout, subscription, invoice and payment of a customer that has one of each.
    private Task<string> StateAsync(Actor.User owner) => fixture.ScalarAsync<string>(
        """
        select concat((select string_agg(state, '+') from checkouts where organization_id = $1), '/',
            (select string_agg(case when started_at is null then 'pending' else 'active' end, '+') from subscriptions where organization_id = $1 and ended_at is null), '/',
            (select string_agg(state, '+') from invoices where organization_id = $1), '/',
            (select string_agg(state, '+') from payments where organization_id = $1))
        """,
        PaymentsFixture.OrganizationOf(owner));
}
