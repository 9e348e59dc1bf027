using FluentAssertions;
using OpsCenter.Portal.Billing.Books;
using OpsCenter.Portal.Subscriptions.Movements;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Books;

public sealed class RegisterTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task Registers_ageing_and_revenue_tell_the_same_story()
    {
        var start = BillingFixture.Start;
        var (acme, globex) = (await fixture.CustomerAsync("Acme"), await fixture.CustomerAsync("Globex"));
        var first = await fixture.SubscribeAsync(acme, "starter") ?? throw new InvalidOperationException("There is a first invoice.");
        await fixture.PayAsync(first);
        await fixture.SubscribeAsync(globex, "professional");
        fixture.Clock.SetUtcNow(start.AddDays(45));
        await fixture.AdvanceAsync();

        var all = await ListAsync(Register.Invoices, new RegisterFilter());
        (all.Total, all.Sums.Single().Amount).Should().Be((4, 19m + 49m + 19m + 49m));
        all.Rows.Select(row => row.Customer).Distinct().Should().BeEquivalentTo("Acme", "Globex");
        (await ListAsync(Register.Invoices, new RegisterFilter(Status: "paid"))).Rows.Single().InvoiceId.Should().Be(first);
        (await ListAsync(Register.Invoices, new RegisterFilter(globex, PageSize: 1, Page: 2))).Should().BeEquivalentTo(new { Page = 2, Pages = 2, Total = 2 });
        (await ListAsync(Register.Invoices, new RegisterFilter(From: new DateOnly(2026, 7, 1), To: new DateOnly(2026, 7, 31)))).Total.Should().Be(2);
        (await ListAsync(Register.Payments, new RegisterFilter(acme, "succeeded"))).Rows.Single().Total.Amount.Should().Be(19m);
        (await ListAsync(Register.CreditNotes, new RegisterFilter())).Rows.Should().BeEmpty();
        (await fixture.Get<RegisterQueries>().StreamAsync(BillingPeople.Finance, Register.Invoices, new RegisterFilter(), CancellationToken.None).CountAsync()).Should().Be(4);

        // Globex owes its first invoice for 45 days; the others were issued a moment ago.
        var ageing = await fixture.Get<AgeingQueries>().ListAsync(BillingPeople.Finance, CancellationToken.None);
        ageing.Select(row => (row.Customer, row.Current.Amount, row.Month1.Amount, row.Month2.Amount, row.Total.Amount))
            .Should().Equal(("Globex", 49m, 0m, 49m, 98m), ("Acme", 19m, 0m, 0m, 19m));

        var revenue = await fixture.Get<RevenueQueries>().MonthsAsync(BillingPeople.Finance, 12, CancellationToken.None);
        revenue.Select(month => (month.Month.Month, month.Start.Amount, month.New.Amount, month.Churn.Amount, month.End.Amount, month.StartCustomers))
            .Should().Equal((7, 68m, 0m, 0m, 68m, 2), (6, 0m, 68m, 0m, 68m, 0));
    }

    private Task<RegisterPage> ListAsync(Register register, RegisterFilter filter) =>
        fixture.Get<RegisterQueries>().ListAsync(BillingPeople.Finance, register, filter, CancellationToken.None);
}
