using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Billing.Cards;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Subscriptions;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Payments;

/// <summary>Charges while nobody is there: once, whatever crashes; tried again on days 1, 3 and 7; stopped where trying is of no use.</summary>
public sealed class ChargeTests(PaymentsFixture fixture) : IClassFixture<PaymentsFixture>
{
    private static readonly Actor.System Dunning = new("dunning");

    [Fact]
    public async Task An_invoice_is_charged_to_the_default_card_and_paid()
    {
        var owner = await fixture.SubscriberAsync();

        var invoice = await fixture.InvoiceAsync(owner, 12.34m);
        await fixture.RunAsync();

        (await PaymentsAsync(invoice)).Should().Be("succeeded 12.34, paid");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_charge_whose_answer_is_lost_is_made_once(int lost)
    {
        var owner = await fixture.SubscriberAsync();
        var before = await fixture.ScalarAsync<long>("select count(*) from test_gateway_objects where kind = 'test_payment'");
        fixture.Gateway.LostAnswers = lost;
        var invoice = await fixture.InvoiceAsync(owner, 5m);

        // News is not delivered meanwhile: only asking again can tell.
        for (var tries = 0; tries <= lost; tries++)
        {
            await fixture.Get<OutboxDispatcher>().DispatchAsync(CancellationToken.None);
            fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        (await PaymentsAsync(invoice)).Should().Be("succeeded 5, paid");
        (await fixture.ScalarAsync<long>("select count(*) from test_gateway_objects where kind = 'test_payment'")).Should().Be(before + 1);
        await fixture.RunAsync();
        (await PaymentsAsync(invoice)).Should().Be("succeeded 5, paid");
    }

    [Fact]
    public async Task News_of_a_charge_whose_answer_was_lost_settles_it()
    {
        var owner = await fixture.SubscriberAsync();
        fixture.Gateway.LostAnswers = 1;
        var invoice = await fixture.InvoiceAsync(owner, 5m);

        await fixture.RunAsync();

        (await PaymentsAsync(invoice)).Should().Be("succeeded 5, paid");
    }

    [Fact]
    public async Task A_card_that_declines_later_is_tried_on_days_1_3_and_7_and_then_never()
    {
        var owner = await fixture.SubscriberAsync();
        await fixture.AddCardAsync(owner, "4000000000000341");
        var start = fixture.Clock.GetUtcNow();
        var invoice = await fixture.InvoiceAsync(owner, 7m);
        await fixture.RunAsync();
        var tries = new List<double>();

        for (var hours = 0; hours <= 24 * 9; hours += 12)
        {
            if (await fixture.Get<RetryDuePayments>().HandleAsync(Dunning, CancellationToken.None) > 0)
                tries.Add((fixture.Clock.GetUtcNow() - start).TotalDays);

            await fixture.RunAsync();
            fixture.Clock.Advance(TimeSpan.FromHours(12));
        }

        tries.Should().Equal(1, 3, 7);
        (await fixture.ScalarAsync<string>("select stopped_because from dunnings where invoice_id = $1", invoice)).Should().Be("all_tries_failed");
        (await PastDueSinceAsync(owner)).Should().Be(start);

        await fixture.AddCardAsync(owner, PaymentsFixture.Good);
        var paid = await fixture.Get<PayInvoice>().HandleAsync(owner, PaymentsFixture.OrganizationOf(owner), invoice, CancellationToken.None);
        await fixture.RunAsync();

        paid.Should().BeOfType<PayInvoiceOutcome.Requested>();
        (await fixture.ScalarAsync<string>("select state from invoices where id = $1", invoice)).Should().Be("paid");
        (await PastDueSinceAsync(owner)).Should().BeNull("everything is paid");
    }

    [Fact]
    public async Task A_card_that_asks_for_the_person_is_not_tried_again_by_itself()
    {
        var owner = await fixture.SubscriberAsync("4000002760003184");

        var invoice = await fixture.InvoiceAsync(owner, 7m);
        await fixture.RunAsync();

        (await fixture.ScalarAsync<string>(
            "select concat(stopped_because, ' ', next_retry_at) from dunnings where invoice_id = $1", invoice)).Should().Be("authentication_required ");
        (await fixture.ScalarAsync<string>("select failure_code from payments where invoice_id = $1", invoice)).Should().Be("authentication_required");
    }

    [Fact]
    public async Task Without_a_card_the_payment_fails_and_the_customer_pays_on_the_hosted_page()
    {
        var owner = await fixture.SubscriberAsync();
        var organization = PaymentsFixture.OrganizationOf(owner);
        var card = await fixture.ScalarAsync<string>("select id from payment_methods where organization_id = $1", organization);
        (await fixture.Get<RemoveCard>().HandleAsync(owner, organization, card, CancellationToken.None)).Should().BeNull();
        var invoice = await fixture.InvoiceAsync(owner, 7m);
        await fixture.RunAsync();
        (await fixture.ScalarAsync<string>("select failure_code from payments where invoice_id = $1", invoice)).Should().Be("no_card");

        var answer = await fixture.Get<PayInvoice>().HandleAsync(owner, organization, invoice, CancellationToken.None);
        var session = await fixture.StartAsync(owner, new CheckoutRequest.PayInvoice(invoice));
        await fixture.PayAsync(session, PaymentsFixture.Good);
        await fixture.RunAsync();

        answer.Should().BeOfType<PayInvoiceOutcome.NeedsCheckout>();
        (await fixture.ScalarAsync<string>("select state from invoices where id = $1", invoice)).Should().Be("paid");
        (await PastDueSinceAsync(owner)).Should().BeNull();
    }

    [Fact]
    public async Task An_invoice_that_is_paid_on_a_page_while_its_charge_is_on_the_way_is_paid_once()
    {
        var owner = await fixture.SubscriberAsync();
        var invoice = await fixture.InvoiceAsync(owner, 9m);
        await fixture.RunAsync();
        (await PaymentsAsync(invoice)).Should().Be("succeeded 9, paid");

        // As if a page had been opened before the charge came through.
        await fixture.ExecuteAsync(
            "update invoices set state = 'open', settled_at = null where id = $1", invoice);
        var second = () => fixture.StartAsync(owner, new CheckoutRequest.PayInvoice(invoice));

        await second.Should().ThrowAsync<InvalidOperationException>().WithMessage("Nothing is due on this invoice.");
    }

    [Fact]
    public async Task A_refund_is_made_once_and_takes_the_allocation_back()
    {
        var owner = await fixture.SubscriberAsync();
        var invoice = await fixture.InvoiceAsync(owner, 10m);
        await fixture.RunAsync();
        var payment = await fixture.ScalarAsync<Guid>("select id from payments where invoice_id = $1", invoice);
        fixture.Gateway.LostAnswers = 1;

        (await RefundAsync(payment, 4m)).Should().NotBeNull();
        (await RefundAsync(payment, 7m)).Should().BeNull("only 6 are left");
        await fixture.RunAsync();
        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        await fixture.RunAsync();

        (await fixture.ScalarAsync<string>("select string_agg(state || ' ' || trim_scale(amount), ', ') from refunds where payment_id = $1", payment)).Should().Be("succeeded 4");
        (await fixture.ScalarAsync<decimal>("select sum(amount) from payment_allocations where invoice_id = $1", invoice)).Should().Be(6);
        (await fixture.ScalarAsync<decimal>(
            "select (body ->> 'Refunded')::numeric from test_gateway_objects where kind = 'test_payment' and body ->> 'PaymentId' = $1", payment.ToString())).Should().Be(4);
    }

    [Fact]
    public async Task A_lost_dispute_opens_the_invoice_again()
    {
        var owner = await fixture.SubscriberAsync("4000000000000259");
        // Its news came before the payment was known, and waits.
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await fixture.RunAsync();
        var invoice = await fixture.ScalarAsync<Guid>("select id from invoices where organization_id = $1", PaymentsFixture.OrganizationOf(owner));
        var dispute = await fixture.ScalarAsync<string>(
            "select d.gateway_dispute from disputes d join payments p on p.id = d.payment_id where p.organization_id = $1 and d.state = 'open'", PaymentsFixture.OrganizationOf(owner));

        await fixture.Get<TestLedger>().RunAsync(
            async (memory, _) =>
            {
                await TestPaymentBook.DecideAsync(
                    memory, dispute, GatewayDisputeState.Lost, CancellationToken.None);

                return true;
            },
            CancellationToken.None);
        await fixture.RunAsync();

        (await fixture.ScalarAsync<string>("select state from disputes where gateway_dispute = $1", dispute)).Should().Be("lost");
        (await fixture.ScalarAsync<string>("select state from invoices where id = $1", invoice)).Should().Be("open");
        (await fixture.ScalarAsync<decimal>("select sum(amount) from payment_allocations where invoice_id = $1", invoice)).Should().Be(0);
    }

    [Fact]
    public async Task Others_cannot_pay_change_or_see_what_is_not_theirs()
    {
        var (owner, stranger) = (await fixture.SubscriberAsync(), await fixture.SubscriberAsync());
        var (theirs, own) = (PaymentsFixture.OrganizationOf(owner), PaymentsFixture.OrganizationOf(stranger));
        var invoice = await fixture.InvoiceAsync(owner, 3m);
        var card = await fixture.ScalarAsync<string>("select id from payment_methods where organization_id = $1", theirs);
        var remove = fixture.Get<RemoveCard>();
        var setDefault = fixture.Get<SetDefaultCard>();
        var pay = fixture.Get<PayInvoice>();

        (await remove.HandleAsync(stranger, own, card, CancellationToken.None)).Should().Be("This card is not saved any more.");
        (await setDefault.HandleAsync(stranger, own, card, CancellationToken.None)).Should().Be("This card is not saved any more.");
        (await pay.HandleAsync(stranger, own, invoice, CancellationToken.None)).Should().Be(new PayInvoiceOutcome.Refused("There is no such invoice."));

        foreach (var act in (Func<Task>[])
            [
                () => remove.HandleAsync(stranger, theirs, card, CancellationToken.None),
                () => setDefault.HandleAsync(stranger, theirs, card, CancellationToken.None),
                () => pay.HandleAsync(stranger, theirs, invoice, CancellationToken.None),
                () => fixture.Get<CardQueries>().ListAsync(stranger, theirs, CancellationToken.None),
                () => fixture.Get<RetryDuePayments>().HandleAsync(stranger, CancellationToken.None),
                () => fixture.Get<IntegrationQueries>().GetAsync(stranger, CancellationToken.None),
            ])
        {
            await act.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private async Task<Guid?> RefundAsync(Guid payment, decimal amount)
    {
        await using var connection = await fixture.Get<NpgsqlDataSource>().OpenConnectionAsync();

        return await Refunds.RequestAsync(
            connection, new RefundRequest(payment, new Money(amount, Currency.Usd), "An outage", null, "test"), fixture.Clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<DateTimeOffset?> PastDueSinceAsync(Actor.User owner)
    {
        await using var connection = await fixture.Get<NpgsqlDataSource>().OpenConnectionAsync();

        return (await SubscriptionRows.FindLiveAsync(connection, PaymentsFixture.OrganizationOf(owner), CancellationToken.None))?.PastDueSince;
    }

    private Task<string> PaymentsAsync(Guid invoice) => fixture.ScalarAsync<string>(
        """
        select concat((select string_agg(state || ' ' || trim_scale(amount), '+') from payments where invoice_id = $1), ', ', state) from invoices where id = $1
        """,
        invoice);
}
