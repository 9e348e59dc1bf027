using System.Collections.Immutable;
using FluentAssertions;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Subscriptions;
using Xunit;

namespace OpsCenter.Portal.Tests.Contracts;

/// <summary>What the portal counts on, whoever writes the invoices. Each adapter has a class that derives from this one.</summary>
public abstract class BillingBackendContract
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The adapter.</summary>
    protected abstract IBillingBackend Backend { get; }

    /// <summary>Makes a customer with three invoices: the oldest paid, then one open, the newest one whose last payment failed.</summary>
    protected abstract Task<Guid> CustomerWithThreeInvoicesAsync();

    [Fact]
    public async Task Invoices_come_newest_first_a_page_at_a_time()
    {
        var customer = await CustomerWithThreeInvoicesAsync();

        var first = await Backend.ListInvoicesAsync(customer, new InvoiceFilter { PageSize = 2 }, CancellationToken.None);
        var second = await Backend.ListInvoicesAsync(customer, new InvoiceFilter { PageSize = 2, Page = 2 }, CancellationToken.None);
        var beyond = await Backend.ListInvoicesAsync(customer, new InvoiceFilter { PageSize = 2, Page = 9 }, CancellationToken.None);

        (first.Total, first.Page, first.Pages).Should().Be((3, 1, 2));
        first.Rows.Select(row => row.Badge).Should().Equal(InvoiceBadge.Failed, InvoiceBadge.Pending);
        second.Rows.Select(row => row.Badge).Should().Equal(InvoiceBadge.Paid);
        beyond.Page.Should().Be(2);
        first.Rows.Concat(second.Rows).Select(row => row.IssuedAt).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task Filters_leave_what_matches()
    {
        var customer = await CustomerWithThreeInvoicesAsync();
        var all = (await Backend.ListInvoicesAsync(customer, new InvoiceFilter(), CancellationToken.None)).Rows;
        var day = DateOnly.FromDateTime(all[1].IssuedAt.UtcDateTime);

        (await ListAsync(new InvoiceFilter { Badge = InvoiceBadge.Paid })).Should().Equal(all[2].Id);
        (await ListAsync(new InvoiceFilter { From = day, To = day })).Should().Contain(all[1].Id).And.NotContain(all[2].Id);
        (await ListAsync(new InvoiceFilter { Number = all[1].Number.ToLowerInvariant() })).Should().Equal(all[1].Id);
        (await ListAsync(new InvoiceFilter { Badge = InvoiceBadge.Void })).Should().BeEmpty();

        async Task<IEnumerable<Guid>> ListAsync(InvoiceFilter filter) =>
            (await Backend.ListInvoicesAsync(customer, filter, CancellationToken.None)).Rows.Select(row => row.Id);
    }

    [Fact]
    public async Task An_invoice_adds_up()
    {
        var customer = await CustomerWithThreeInvoicesAsync();

        foreach (var row in (await Backend.ListInvoicesAsync(customer, new InvoiceFilter(), CancellationToken.None)).Rows)
        {
            var invoice = (await Backend.FindInvoiceAsync(customer, row.Id, CancellationToken.None))!;

            invoice.Head.Should().BeEquivalentTo(row);
            invoice.Lines.Sum(line => line.Amount.Amount).Should().Be(invoice.Subtotal.Amount);
            (invoice.Subtotal + invoice.Tax).Should().Be(invoice.Head.Total);
            invoice.Head.Due.Amount.Should().Be(row.Badge is InvoiceBadge.Paid ? 0 : invoice.Head.Total.Amount);
            (invoice.SettledAt is not null).Should().Be(row.Badge is InvoiceBadge.Paid);
        }
    }

    [Fact]
    public async Task Nothing_of_another_customer_is_answered()
    {
        var (mine, theirs) = (await CustomerWithThreeInvoicesAsync(), await CustomerWithThreeInvoicesAsync());
        var foreign = (await Backend.ListInvoicesAsync(theirs, new InvoiceFilter(), CancellationToken.None)).Rows[0].Id;

        (await Backend.FindInvoiceAsync(mine, foreign, CancellationToken.None)).Should().BeNull();
        (await Backend.FindFileAsync(mine, foreign, CancellationToken.None)).Should().BeOfType<InvoiceFile.Missing>();
        (await Backend.ListInvoicesAsync(mine, new InvoiceFilter(), CancellationToken.None)).Rows.Select(row => row.Id).Should().NotContain(foreign);
    }

    [Fact]
    public async Task A_file_is_a_PDF_once_it_is_ready()
    {
        var customer = await CustomerWithThreeInvoicesAsync();
        var row = (await Backend.ListInvoicesAsync(customer, new InvoiceFilter(), CancellationToken.None)).Rows[0];

        var file = await Backend.FindFileAsync(customer, row.Id, CancellationToken.None);

        for (var tries = 0; file is InvoiceFile.NotYet && tries < 20; tries++)
            file = await Backend.FindFileAsync(customer, row.Id, CancellationToken.None);

        var ready = file.Should().BeOfType<InvoiceFile.Ready>().Subject;
        ready.Content.Take(5).Should().Equal("%PDF-"u8.ToArray());
        ready.Name.Should().EndWith(".pdf").And.Contain(row.Number);
    }

    [Fact]
    public async Task A_customer_without_a_running_period_has_no_next_invoice() =>
        (await Backend.PreviewNextAsync(Guid.CreateVersion7(Now), CancellationToken.None)).Should().BeNull();

    [Fact]
    public async Task An_order_and_a_batch_told_twice_are_answered_alike_and_never_refused()
    {
        var customer = await CustomerWithThreeInvoicesAsync();
        var subscription = Guid.CreateVersion7(Now);
        var order = new SubscriptionOrder(customer, subscription, SubscriptionOrderKind.Start, "starter", 1, BillingInterval.Month);
        var batch = new MeteringBatch([new MeteringEvent("job:usage.amount:1", subscription, "usage.amount", Now, 1, 0.469m)]);

        var orders = (await Backend.PlaceOrderAsync(order, CancellationToken.None), await Backend.PlaceOrderAsync(order, CancellationToken.None));
        var batches = (await Backend.SendUsageAsync(batch, CancellationToken.None), await Backend.SendUsageAsync(batch, CancellationToken.None));

        orders.Item2.Should().Be(orders.Item1).And.NotBeOfType<BackendAnswer.Refused>();
        batches.Item2.Should().Be(batches.Item1).And.NotBeOfType<BackendAnswer.Refused>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_batch_that_no_backend_takes_is_not_made(int events)
    {
        var act = () => new MeteringBatch([.. Enumerable.Range(0, events).Select(n => EventOf($"{n}"))]);

        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void An_event_stands_in_a_batch_once()
    {
        var act = () => new MeteringBatch(ImmutableArray.Create(EventOf("a"), EventOf("a")));

        act.Should().Throw<ArgumentException>();
    }

    private static MeteringEvent EventOf(string id) => new(id, Guid.CreateVersion7(Now), "llm.input_tok", Now, 6_000, 0);
}
