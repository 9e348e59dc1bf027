using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Books;
using OpsCenter.Portal.Billing.CreditNotes;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Books;

/// <summary>Each test has a database of its own: months are locked in their order, for all customers.</summary>
public sealed class MonthCloseTests : IAsyncLifetime
{
    private static readonly DateOnly June = new(2026, 6, 1);
    private readonly BillingFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_month_whose_books_agree_is_locked_and_later_documents_go_into_the_next()
    {
        var customer = await LifeAsync();
        await fixture.AdvanceToAsync("2026-07-03T10:00:00Z");
        var invoice = await fixture.ScalarAsync<Guid>("select id from invoices where organization_id = $1 order by issued_at limit 1", customer);

        var report = await fixture.Get<MonthQueries>().CheckAsync(BillingPeople.Finance, June, CancellationToken.None);
        report.Checks.Should().OnlyContain(check => check.Holds, "{0}", string.Join("; ", report.Checks));
        report.Checks.Should().HaveCount(7);
        (await LockAsync(June)).Should().BeNull();
        (await LockAsync(June)).Should().BeNull("it is locked already, which is what was wanted");

        var months = await fixture.Get<MonthQueries>().ListAsync(BillingPeople.Finance, CancellationToken.None);
        months.Select(month => (month.Month.Month, month.LockedAt is not null)).Should().Equal((7, false), (6, true));
        fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 3, 10, 0, 1, TimeSpan.Zero));
        await fixture.ExecuteAsync("update payments set state = 'failed', failure_code = 'test', settled_at = created_at where state = 'pending'");
        await fixture.Get<IssueCreditNote>().HandleAsync(
            BillingPeople.Admin,
            new IssueCreditNoteInput(Guid.CreateVersion7(BillingFixture.Start), customer, invoice, null, CreditSettlement.Invoice, "Late"),
            CancellationToken.None);
        (await fixture.ScalarAsync<DateOnly>("select max(accounting_date) from credit_notes")).Should().Be(new DateOnly(2026, 7, 3));
        (await fixture.ScalarAsync<long>("select count(*) from audit_entries where action = 'accounting_month.locked'")).Should().Be(1);
    }

    [Fact]
    public async Task A_document_that_belongs_to_a_locked_month_is_dated_into_the_first_open_one()
    {
        await fixture.AdvanceToAsync("2026-06-20T10:00:00Z");
        await fixture.SubscriberAsync("starter");
        await fixture.AdvanceToAsync("2026-08-02T10:00:00Z");
        (await LockAsync(June)).Should().BeNull();
        (await LockAsync(new DateOnly(2026, 7, 1))).Should().BeNull();

        var dates = await fixture.InTransactionAsync(async db =>
        {
            var connection = (Npgsql.NpgsqlConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
            return (
                await AccountingCalendar.DateForAsync(connection, new DateOnly(2026, 6, 30), CancellationToken.None),
                await AccountingCalendar.DateForAsync(connection, new DateOnly(2026, 7, 31), CancellationToken.None),
                await AccountingCalendar.DateForAsync(connection, new DateOnly(2026, 8, 2), CancellationToken.None));
        });

        dates.Should().Be((new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 2)));
    }

    [Fact]
    public async Task A_month_that_runs_or_is_not_the_oldest_is_not_locked()
    {
        await LifeAsync();

        (await LockAsync(June)).Should().Contain("when it is over");
        await fixture.AdvanceToAsync("2026-08-03T10:00:00Z");
        (await LockAsync(new DateOnly(2026, 7, 1))).Should().Contain("oldest open month");
    }

    [Theory]
    [InlineData("update billing_periods set llm_fee = llm_fee + 0.000000000001 where closed_at is null and number = 2", "Counters of billing periods")]
    [InlineData("update document_series set next_number = next_number + 1 where name = 'test_invoice'", "have no gaps")]
    [InlineData("update invoices set state = 'paid', settled_at = issued_at where state = 'open'", "paid, credited or open")]
    public async Task Books_that_differ_by_the_last_digit_are_not_locked(string damage, string said)
    {
        await LifeAsync();
        await fixture.AdvanceToAsync("2026-07-03T10:00:00Z");
        await fixture.ExecuteAsync(damage);

        (await LockAsync(June)).Should().StartWith("The books do not agree").And.Contain(said);
    }

    [Fact]
    public async Task Readers_of_the_books_lock_nothing_and_customers_do_not_even_read()
    {
        var customer = await LifeAsync();
        var locking = () => fixture.Get<LockMonth>().HandleAsync(BillingPeople.Finance, June, CancellationToken.None);
        await locking.Should().ThrowAsync<AccessDeniedException>();

        var owner = BillingPeople.MemberOf(customer, OrganizationRole.Owner);
        Func<Task>[] reads =
        [
            () => fixture.Get<MonthQueries>().ListAsync(owner, CancellationToken.None),
            () => fixture.Get<MonthQueries>().CheckAsync(owner, June, CancellationToken.None),
            () => fixture.Get<AgeingQueries>().ListAsync(owner, CancellationToken.None),
            () => fixture.Get<RegisterQueries>().ListAsync(owner, Register.Invoices, new RegisterFilter(), CancellationToken.None),
            () => fixture.Get<OpsCenter.Portal.Subscriptions.Movements.RevenueQueries>().MonthsAsync(owner, 12, CancellationToken.None),
        ];

        foreach (var read in reads)
            await read.Should().ThrowAsync<AccessDeniedException>();
    }

    // Overage, a credit, unbilled jobs of somebody without a plan, a paid invoice and a credit note: something on each side of each check.
    private async Task<Guid> LifeAsync()
    {
        var unbilled = await fixture.CustomerAsync("Without a plan");
        await fixture.UseAsync(unbilled, 3);
        var customer = await fixture.CustomerAsync();
        var first = await fixture.SubscribeAsync(customer, "starter") ?? throw new InvalidOperationException("There is a first invoice.");
        await fixture.UseAsync(customer, 777, searches: 3);
        var paying = await fixture.CustomerAsync("Paying");
        var paid = await fixture.SubscribeAsync(paying, "professional") ?? throw new InvalidOperationException("There is a first invoice.");
        await fixture.PayAsync(paid);
        await fixture.Get<IssueCreditNote>().HandleAsync(
            BillingPeople.Admin,
            new IssueCreditNoteInput(Guid.CreateVersion7(BillingFixture.Start), customer, first, new Dictionary<int, decimal> { [1] = 1.5m }, CreditSettlement.Invoice, "Part"),
            CancellationToken.None);

        return customer;
    }

    private Task<string?> LockAsync(DateOnly month) => fixture.Get<LockMonth>().HandleAsync(BillingPeople.Admin, month, CancellationToken.None);
}
