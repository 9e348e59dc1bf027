using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Tests.Billing.Engine;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.CreditNotes;

public sealed class IssueCreditNoteTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task All_of_an_unpaid_invoice_taken_back_voids_it()
    {
        var (customer, invoice) = await OpenInvoiceAsync();

        var outcome = await IssueAsync(Input(customer, invoice, CreditSettlement.Invoice));

        outcome.Should().BeOfType<IssueCreditNoteOutcome.Issued>().Which.Number.Should().MatchRegex("^TEST-CN-[0-9]{6}$");
        (await StateAsync(invoice)).Should().Be("void, credited 19");
        (await fixture.ScalarAsync<string>("select concat_ws(' ', after ->> 'total', after ->> 'settlement', after ->> 'voided', reason) from audit_entries where subject_id = $1", invoice.ToString()))
            .Should().Be("19 invoice true Ordered by mistake");
    }

    [Fact]
    public async Task A_part_reduces_what_is_owed_and_the_rest_pays_the_invoice()
    {
        var (customer, invoice) = await OpenInvoiceAsync();

        (await IssueAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 4m)))).Should().BeOfType<IssueCreditNoteOutcome.Issued>();
        await fixture.PayAsync(invoice, 15m);

        (await StateAsync(invoice)).Should().Be("paid, credited 4");
    }

    [Fact]
    public async Task What_a_line_has_left_is_the_most_that_can_be_taken_back()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        await IssueAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 15m)));

        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 4.01m)))).Should().Contain("no more than 4 USD is left");
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice, (2, 1m)))).Should().Contain("no such line");
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 0.001m)))).Should().Contain("whole cents");
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, -1m)))).Should().Contain("above 0");
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Balance, (1, 1m)))).Should().Contain("nothing to carry");
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice) with { Reason = " " })).Should().Contain("Say why");
    }

    [Fact]
    public async Task A_refund_of_a_paid_invoice_waits_in_the_outbox_for_its_card()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        var payment = await fixture.PayAsync(invoice);

        (await IssueAsync(Input(customer, invoice, CreditSettlement.Refund, (1, 5m)))).Should().BeOfType<IssueCreditNoteOutcome.Issued>();

        (await fixture.ScalarAsync<string>("select concat_ws(' ', state, trim_scale(amount)) from refunds where payment_id = $1", payment)).Should().Be("pending 5");
        (await fixture.ScalarAsync<long>("select count(*) from outbox o join refunds r on o.key = 'refund-' || r.id where r.payment_id = $1", payment)).Should().Be(1);
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Refund, (1, 14.01m)))).Should().Contain("is left");
        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 1m)))).Should().Contain("Nothing is owed");
    }

    [Fact]
    public async Task What_is_carried_starts_the_next_invoice_in_the_customers_favour()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        await fixture.PayAsync(invoice);

        await IssueAsync(Input(customer, invoice, CreditSettlement.Balance, (1, 7.5m)));
        fixture.Clock.Advance(TimeSpan.FromDays(31));
        await fixture.AdvanceAsync();

        (await fixture.InvoicesAsync(customer))[^1].Should().Be("period: plan_fee 19, carried_in -7.5 = 11.5");
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Fact]
    public async Task Pressed_twice_at_once_it_is_issued_once_and_its_number_is_the_next()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        var input = Input(customer, invoice, CreditSettlement.Invoice, (1, 1m));
        var before = await fixture.ScalarAsync<int>("select next_number from document_series where name = 'test_credit_note'");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => IssueAsync(input))));

        outcomes.Should().AllBeOfType<IssueCreditNoteOutcome.Issued>().And.HaveCount(4);
        outcomes.Distinct().Should().ContainSingle();
        (await fixture.ScalarAsync<int>("select next_number from document_series where name = 'test_credit_note'")).Should().Be(before + 1);
    }

    [Fact]
    public async Task Four_who_take_back_the_same_line_take_it_back_once()
    {
        var (customer, invoice) = await OpenInvoiceAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => IssueAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 10m))))));

        (await StateAsync(invoice)).Should().Be("open, credited 10");
    }

    [Fact]
    public async Task A_payment_under_way_is_waited_for()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        await fixture.ExecuteAsync(
            """
            insert into payments (id, organization_id, invoice_id, amount, currency, attempt, automatic, state, created_at)
            select gen_random_uuid(), organization_id, id, total, currency, 1, true, 'pending', issued_at from invoices where id = $1
            """,
            invoice);

        (await RefusalAsync(Input(customer, invoice, CreditSettlement.Invoice))).Should().Contain("under way");
    }

    [Fact]
    public async Task Only_operators_who_manage_billing_issue_them_and_only_for_the_invoices_own_customer()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        var other = await fixture.CustomerAsync("Globex");
        Actor[] refused = [BillingPeople.Finance, BillingPeople.MemberOf(customer, OrganizationRole.Owner), BillingPeople.MemberOf(other)];

        foreach (var actor in refused)
        {
            var act = () => fixture.Get<IssueCreditNote>().HandleAsync(actor, Input(customer, invoice, CreditSettlement.Invoice), CancellationToken.None);
            var preview = () => fixture.Get<IssueCreditNote>().PreviewAsync(actor, customer, invoice, CancellationToken.None);
            await act.Should().ThrowAsync<AccessDeniedException>();
            await preview.Should().ThrowAsync<AccessDeniedException>();
        }

        (await RefusalAsync(Input(other, invoice, CreditSettlement.Invoice))).Should().Contain("no such invoice");
    }

    [Fact]
    public async Task A_customer_reads_its_own_credit_notes_and_no_others()
    {
        var (customer, invoice) = await OpenInvoiceAsync();
        await IssueAsync(Input(customer, invoice, CreditSettlement.Invoice, (1, 2m)));
        var queries = fixture.Get<CreditNoteQueries>();
        var mine = (await queries.OfInvoiceAsync(BillingPeople.MemberOf(customer), customer, invoice, CancellationToken.None)).Single();
        var other = await fixture.CustomerAsync("Globex");

        mine.Lines.Single().Amount.Amount.Should().Be(2m);
        (await queries.FindAsync(BillingPeople.MemberOf(other), other, mine.Id, CancellationToken.None)).Should().BeNull();
        var foreign = () => queries.FindAsync(BillingPeople.MemberOf(other), customer, mine.Id, CancellationToken.None);
        var plain = () => queries.OfInvoiceAsync(BillingPeople.MemberOf(customer, OrganizationRole.Member), customer, invoice, CancellationToken.None);
        await foreign.Should().ThrowAsync<AccessDeniedException>();
        await plain.Should().ThrowAsync<AccessDeniedException>();
    }

    private static IssueCreditNoteInput Input(Guid customer, Guid invoice, CreditSettlement settlement, params (int Position, decimal Amount)[] amounts) => new(
        Guid.CreateVersion7(BillingFixture.Start),
        customer,
        invoice,
        amounts.Length == 0 ? null : amounts.ToDictionary(a => a.Position, a => a.Amount),
        settlement,
        "Ordered by mistake");

    private async Task<(Guid Customer, Guid Invoice)> OpenInvoiceAsync()
    {
        var customer = await fixture.CustomerAsync();

        return (customer, await fixture.SubscribeAsync(customer, "starter") ?? throw new InvalidOperationException("There is a first invoice."));
    }

    private Task<IssueCreditNoteOutcome> IssueAsync(IssueCreditNoteInput input) =>
        fixture.Get<IssueCreditNote>().HandleAsync(BillingPeople.Admin, input, CancellationToken.None);

    private async Task<string> RefusalAsync(IssueCreditNoteInput input) =>
        (await IssueAsync(input)).Should().BeOfType<IssueCreditNoteOutcome.Refused>().Which.Message;

    private Task<string> StateAsync(Guid invoice) => fixture.ScalarAsync<string>(
        "select concat(i.state, ', credited ', (select trim_scale(sum(total)) from credit_notes where invoice_id = i.id)) from invoices i where i.id = $1", invoice);
}
