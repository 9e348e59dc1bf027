using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Organizations;

public sealed class CustomersTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task A_new_customer_is_active_and_its_name_has_no_spaces_around_it()
    {
        var created = (CreateCustomerOutcome.Created)await fixture.Get<CreateCustomer>().HandleAsync(JobsFixture.Admin, "  Initech  ", CancellationToken.None);

        var row = await FindAsync(created.Id);

        (row.Name, row.Status, row.CreatedAt).Should().Be(("Initech", OrganizationStatus.Active, JobsFixture.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("tab\tinside")]
    [InlineData("\u200B\u2060")]
    [InlineData("Acme \u202Elive")]
    public async Task A_name_that_cannot_be_used_is_explained(string name)
    {
        var customer = await CreateAsync("Named");

        (await fixture.Get<CreateCustomer>().HandleAsync(JobsFixture.Admin, name, CancellationToken.None)).Should().BeOfType<CreateCustomerOutcome.Invalid>();
        (await RenameAsync(customer, name)).Should().BeOfType<ChangeCustomerOutcome.Invalid>();
    }

    [Fact]
    public async Task The_second_of_two_renames_is_told_of_the_first_and_overwrites_nothing()
    {
        var seen = await CreateAsync("Before");
        await RenameAsync(seen, "First");

        var second = (ChangeCustomerOutcome.ChangedMeanwhile)await RenameAsync(seen, "Second");

        second.WhatChanged.Should().Be("Someone renamed this customer to “First”.");
        (await FindAsync(seen.Id)).Name.Should().Be("First");
    }

    [Fact]
    public async Task Told_of_the_change_the_second_can_decide_to_go_on()
    {
        var seen = await CreateAsync("Before");
        await RenameAsync(seen, "First");
        var told = (ChangeCustomerOutcome.ChangedMeanwhile)await RenameAsync(seen, "Second");

        await RenameAsync(told.Customer, "Second");

        (await FindAsync(seen.Id)).Name.Should().Be("Second");
    }

    [Fact]
    public async Task A_suspension_meanwhile_is_named()
    {
        var seen = await CreateAsync("Soon suspended");
        await SuspendAsync(seen);

        var late = (ChangeCustomerOutcome.ChangedMeanwhile)await RenameAsync(seen, "Other");

        late.WhatChanged.Should().Be("Someone suspended this customer.");
    }

    [Fact]
    public async Task Of_many_renames_at_once_one_wins()
    {
        var seen = await CreateAsync("Contended");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => RenameAsync(seen, $"Name {i}")));

        outcomes.OfType<ChangeCustomerOutcome.Done>().Should().ContainSingle();
        outcomes.OfType<ChangeCustomerOutcome.ChangedMeanwhile>().Should().HaveCount(9);
    }

    [Fact]
    public async Task Suspended_and_resumed_it_is_as_before()
    {
        var seen = await CreateAsync("Back and forth");

        var suspended = (ChangeCustomerOutcome.Done)await SuspendAsync(seen);
        var resumed = (ChangeCustomerOutcome.Done)await fixture.Get<ResumeCustomer>().HandleAsync(JobsFixture.Admin, suspended.Customer, CancellationToken.None);

        (suspended.Customer.Status, suspended.Customer.SuspendedAt).Should().Be((OrganizationStatus.Suspended, JobsFixture.Now));
        (resumed.Customer with { Version = seen.Version }).Should().Be(seen);
    }

    [Fact]
    public async Task Jobs_of_a_suspended_customer_are_still_recorded_and_priced()
    {
        var customer = await CreateAsync("Suspended");
        await SuspendAsync(customer);

        var job = await fixture.RecordAsync(fixture.Brief(customer.Id));

        (await fixture.ScalarAsync<decimal>("select total from ledger_entries where event_id = $1", job)).Should().Be(0.469m);
    }

    [Fact]
    public async Task Every_act_leaves_one_audit_row_and_a_refused_one_none()
    {
        var seen = await CreateAsync("Audited");
        var renamed = (ChangeCustomerOutcome.Done)await RenameAsync(seen, "Audited again");
        await RenameAsync(seen, "Too late");
        await RenameAsync(renamed.Customer, "Audited again");
        await SuspendAsync(renamed.Customer);

        var rows = await fixture.ScalarAsync<string[]>(
            "select array_agg(action || coalesce(': ' || (before ->> 'name'), '') || ' → ' || (after ->> 'name') order by id) from audit_entries where subject_id = $1",
            seen.Id.ToString());

        rows.Should().BeEquivalentTo(
            "customer.created → Audited", "customer.renamed: Audited → Audited again", "customer.suspended: Audited again → Audited again");
    }

    [Fact]
    public async Task A_customer_is_never_deleted()
    {
        var delete = () => fixture.ExecuteAsync("delete from organizations where id = $1", fixture.Acme);

        (await delete.Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().Be("organizations is insert-only: DELETE refused");
    }

    [Fact]
    public async Task Only_admins_manage_and_only_operators_look()
    {
        var seen = await CreateAsync("Guarded");
        var member = JobsFixture.MemberOf(seen.Id);
        Func<Task>[] attempts =
        [
            .. new Actor[] { JobsFixture.Finance, member }.SelectMany(actor => new Func<Task>[]
            {
                () => fixture.Get<CreateCustomer>().HandleAsync(actor, "Mine", CancellationToken.None),
                () => fixture.Get<RenameCustomer>().HandleAsync(actor, seen, "Mine", CancellationToken.None),
                () => fixture.Get<SuspendCustomer>().HandleAsync(actor, seen, CancellationToken.None),
                () => fixture.Get<ResumeCustomer>().HandleAsync(actor, seen, CancellationToken.None),
            }),
            () => fixture.Get<CustomerQueries>().ListAsync(member, new CustomerFilter(), CancellationToken.None),
            () => fixture.Get<CustomerQueries>().SuggestAsync(member, "", CancellationToken.None),
        ];

        foreach (var attempt in attempts)
            await attempt.Should().ThrowAsync<AccessDeniedException>();
    }

    private async Task<CustomerRow> CreateAsync(string name) => await FindAsync(await fixture.CreateCustomerAsync(name));

    private async Task<CustomerRow> FindAsync(Guid id) =>
        (await fixture.Get<CustomerQueries>().ListAsync(JobsFixture.Finance, new CustomerFilter(id.ToString()), CancellationToken.None)).Rows.Single();

    private Task<ChangeCustomerOutcome> RenameAsync(CustomerRow seen, string name) =>
        fixture.Get<RenameCustomer>().HandleAsync(JobsFixture.Admin, seen, name, CancellationToken.None);

    private Task<ChangeCustomerOutcome> SuspendAsync(CustomerRow seen) =>
        fixture.Get<SuspendCustomer>().HandleAsync(JobsFixture.Admin, seen, CancellationToken.None);
}
