using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Invoices;

public sealed class InvoiceAccessTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task Whoever_may_not_see_a_customers_invoices_is_refused_by_every_query()
    {
        var (mine, theirs) = (await fixture.SubscriberAsync("starter"), await fixture.SubscriberAsync("starter"));
        var invoice = await fixture.ScalarAsync<Guid>("select id from invoices where organization_id = $1", theirs);
        var (invoices, homes) = (fixture.Get<InvoiceQueries>(), fixture.Get<BillingHomeQueries>());
        Actor[] refused = [BillingPeople.MemberOf(mine, OrganizationRole.Owner), BillingPeople.MemberOf(theirs, OrganizationRole.Member)];

        foreach (var actor in refused)
        {
            Func<Task>[] reads =
            [
                () => invoices.ListAsync(actor, theirs, new InvoiceFilter(), CancellationToken.None),
                () => invoices.FindAsync(actor, theirs, invoice, CancellationToken.None),
                () => invoices.FindFileAsync(actor, theirs, invoice, CancellationToken.None),
                async () => await invoices.StreamAsync(actor, theirs, new InvoiceFilter(), CancellationToken.None).CountAsync(),
                () => homes.GetAsync(actor, theirs, CancellationToken.None),
            ];

            foreach (var read in reads)
                await read.Should().ThrowAsync<AccessDeniedException>();
        }

        (await invoices.FindAsync(BillingPeople.MemberOf(mine), mine, invoice, CancellationToken.None)).Should().BeNull("it is another customer's");
        (await invoices.FindAsync(BillingPeople.Finance, theirs, invoice, CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task The_home_of_billing_shows_plan_period_next_invoice_and_what_is_owed()
    {
        var customer = await fixture.SubscriberAsync("starter");
        await fixture.UseAsync(customer, 1_000);

        var home = await fixture.Get<BillingHomeQueries>().GetAsync(BillingPeople.MemberOf(customer), customer, CancellationToken.None);

        home.Plan!.Name.Should().Be("Starter");
        home.Period!.Jobs.Should().Be(1);
        home.Owed.Single().Amount.Should().Be(19m);
        home.Grants.Single().Left.Amount.Should().Be(0m);
        home.Next!.Total.Amount.Should().Be(19m + 45.5m - 15m);
        home.Card.Should().BeNull();
    }

    [Fact]
    public async Task The_jobs_behind_an_invoice_are_those_posted_into_its_period_late_ones_included()
    {
        await fixture.AdvanceToAsync("2027-01-01T00:00:00Z");
        var customer = await fixture.SubscriberAsync("starter");
        var early = await fixture.UseAsync(customer, 1);
        await fixture.AdvanceToAsync("2027-02-01T01:00:00Z");
        var late = await fixture.UseAsync(customer, 2, age: TimeSpan.FromHours(3));
        var current = await fixture.UseAsync(customer, 3);
        var other = await fixture.SubscriberAsync("starter");
        var january = await fixture.ScalarAsync<Guid>("select id from billing_periods where organization_id = $1 and number = 1", customer);
        var february = await fixture.ScalarAsync<Guid>("select id from billing_periods where organization_id = $1 and number = 2", customer);

        (await JobsAsync(BillingPeople.MemberOf(customer), january)).Should().BeEquivalentTo([early]);
        (await JobsAsync(BillingPeople.MemberOf(customer), february)).Should().BeEquivalentTo([late, current]);
        (await JobsAsync(BillingPeople.Admin, february)).Should().BeEquivalentTo([late, current]);
        (await JobsAsync(BillingPeople.MemberOf(other), february)).Should().BeEmpty("the jobs of another customer are never shown");
        (await JobsAsync(BillingPeople.Admin, february, JobState.Held)).Should().BeEmpty();
        (await JobsAsync(BillingPeople.Admin, february, JobState.Priced)).Should().HaveCount(2);
        (await JobsAsync(BillingPeople.Admin, february, JobState.Voided)).Should().BeEmpty();
    }

    private async Task<IEnumerable<Guid>> JobsAsync(Actor actor, Guid period, JobState? state = null) =>
        (await fixture.Get<JobQueries>().ListAsync(actor, new JobFilter { BillingPeriodId = period, State = state }, null, 100, CancellationToken.None)).Rows.Select(row => row.EventId);
}
