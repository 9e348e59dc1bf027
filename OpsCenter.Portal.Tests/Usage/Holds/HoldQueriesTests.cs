using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

public sealed class HoldQueriesTests(HoldsFixture fixture) : IClassFixture<HoldsFixture>
{
    private HoldQueries Holds => fixture.Get<HoldQueries>();

    [Fact]
    public async Task The_summary_counts_what_waits()
    {
        var before = await Holds.SummaryAsync(JobsFixture.Finance, CancellationToken.None);
        var job = await fixture.RecordAsync(fixture.NewRoute());

        var after = await Holds.SummaryAsync(JobsFixture.Finance, CancellationToken.None);

        after.Count.Should().Be(before.Count + 1);
        (after.Exposure!.Value.Amount - (before.Exposure?.Amount ?? 0)).Should().Be(await fixture.ScalarAsync<decimal>("select exposure from holds where event_id = $1", job));
        after.OldestHeldAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Groups_tell_what_is_missing_and_how_much_hangs_on_it()
    {
        var route = fixture.NewRoute();
        await fixture.RecordAsync(route);
        await fixture.RecordAsync(route, agent: "stranger");
        await fixture.RecordAsync(route, customer: "crm-100");

        var groups = (await Holds.GroupsAsync(JobsFixture.Finance, CancellationToken.None)).Groups;

        groups.Single(group => group.Cause == new HoldCause(HoldReason.UnknownRoute, route)).Should().Match<HoldGroup>(group => group.Jobs == 3 && !group.IsKnownNow);
        groups.Single(group => group.Cause == new HoldCause(HoldReason.UnknownAgent, "stranger")).Jobs.Should().Be(1);
        groups.Single(group => group.Cause == new HoldCause(HoldReason.UnknownCustomer, "crm-100")).Jobs.Should().Be(1);
    }

    [Fact]
    public async Task A_group_tells_when_the_rate_card_has_the_thing_by_now()
    {
        var route = fixture.NewRoute();
        await fixture.RecordAsync(route, agent: "stranger-2");
        await fixture.PublishAsync((route, 1m));

        var groups = (await Holds.GroupsAsync(JobsFixture.Finance, CancellationToken.None)).Groups;

        groups.Single(group => group.Cause.Subject == route).IsKnownNow.Should().BeTrue();
        groups.Single(group => group.Cause.Subject == "stranger-2").IsKnownNow.Should().BeFalse();
    }

    [Fact]
    public async Task Filters_find_holds_by_cause_and_by_customer()
    {
        var route = fixture.NewRoute();
        var (plain, foreign) = (await fixture.RecordAsync(route), await fixture.RecordAsync(route, customer: "crm-200"));

        (await IdsAsync(new HoldFilter { Subject = route })).Should().BeEquivalentTo([plain, foreign]);
        (await IdsAsync(new HoldFilter { Reason = HoldReason.UnknownCustomer, Subject = "crm-200" })).Should().Equal(foreign);
        (await IdsAsync(new HoldFilter { Reason = HoldReason.UnknownAgent, Subject = route })).Should().BeEmpty();
        (await IdsAsync(new HoldFilter { Customer = "crm-200" })).Should().Equal(foreign);
        (await IdsAsync(new HoldFilter { Customer = fixture.Acme.ToString(), Subject = route })).Should().Equal(plain);
        (await IdsAsync(new HoldFilter { View = HoldView.Priced, Subject = route })).Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_lead_there_and_back()
    {
        var route = fixture.NewRoute();
        var jobs = new List<Guid>();
        for (var i = 0; i < 5; i++)
            jobs.Insert(0, await fixture.RecordAsync(route, age: TimeSpan.FromHours(10 - i)));
        var filter = new HoldFilter { Subject = route };

        var first = await Holds.ListAsync(JobsFixture.Finance, filter, null, 2, CancellationToken.None);
        var second = await Holds.ListAsync(JobsFixture.Finance, filter, first.Older, 2, CancellationToken.None);
        var last = await Holds.ListAsync(JobsFixture.Finance, filter, second.Older, 2, CancellationToken.None);
        var back = await Holds.ListAsync(JobsFixture.Finance, filter, second.Newer, 2, CancellationToken.None);

        first.Rows.Concat(second.Rows).Concat(last.Rows).Select(row => row.EventId).Should().Equal(jobs);
        (first.Newer, last.Older).Should().Be((null, null));
        back.Rows.Select(row => row.EventId).Should().Equal(jobs[..2]);
    }

    [Fact]
    public async Task An_assigned_job_is_in_its_customers_list_and_receipt_and_in_nobody_elses()
    {
        var customer = await fixture.CreateCustomerAsync("Initech");
        var own = await fixture.RecordAsync("openai:gpt-4", customer.ToString(), TimeSpan.FromHours(3));
        var (priced, waiting) = (await fixture.RecordAsync("openai:gpt-4", "crm-300", TimeSpan.FromHours(2)), await fixture.RecordAsync(fixture.NewRoute(), "crm-300", TimeSpan.FromHours(4)));
        await AssignAsync([priced, waiting], customer);
        var (member, stranger) = (JobsFixture.MemberOf(customer), JobsFixture.MemberOf(fixture.Globex));

        (await JobsAsync(member, JobFilter.None)).Should().Equal(priced, own, waiting);
        (await JobsAsync(member, new JobFilter { State = JobState.Priced })).Should().Equal(priced, own);
        (await JobsAsync(member, new JobFilter { State = JobState.Held })).Should().Equal(waiting);
        (await JobsAsync(JobsFixture.Finance, new JobFilter { CustomerId = customer })).Should().Equal(priced, own, waiting);
        (await JobsAsync(stranger, JobFilter.None)).Should().NotContain([priced, waiting]);
        (await fixture.Get<ReceiptQueries>().FindAsync(member, priced, CancellationToken.None))!.Net!.Total.Amount.Should().Be(0.0655m);
        (await fixture.Get<ReceiptQueries>().FindAsync(stranger, priced, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Pages_of_a_customers_jobs_walk_through_reported_and_assigned_ones()
    {
        var customer = await fixture.CreateCustomerAsync("Umbrella");
        var expected = new List<Guid>();
        for (var i = 0; i < 9; i++)
        {
            var job = await fixture.RecordAsync("openai:gpt-4", i % 2 == 0 ? customer.ToString() : "crm-400", TimeSpan.FromHours(20 - i));
            expected.Insert(0, job);

            if (i % 2 == 1)
                await AssignAsync([job], customer);
        }

        var walked = new List<Guid>();
        JobCursor? cursor = null;
        do
        {
            var page = await fixture.Get<JobQueries>().ListAsync(JobsFixture.MemberOf(customer), JobFilter.None, cursor, 2, CancellationToken.None);
            walked.AddRange(page.Rows.Select(row => row.EventId));
            cursor = page.Older;
        }
        while (cursor is not null);

        walked.Should().Equal(expected);
    }

    [Fact]
    public async Task Members_see_no_holds_page()
    {
        Func<Task>[] attempts =
        [
            () => Holds.SummaryAsync(JobsFixture.MemberOf(fixture.Acme), CancellationToken.None),
            () => Holds.GroupsAsync(JobsFixture.MemberOf(fixture.Acme), CancellationToken.None),
            () => Holds.ListAsync(JobsFixture.MemberOf(fixture.Acme), new HoldFilter(), null, 20, CancellationToken.None),
        ];

        foreach (var attempt in attempts)
            await attempt.Should().ThrowAsync<AccessDeniedException>();
    }

    private async Task<IEnumerable<Guid>> IdsAsync(HoldFilter filter) =>
        (await Holds.ListAsync(JobsFixture.Finance, filter, null, 100, CancellationToken.None)).Rows.Select(row => row.EventId);

    private async Task<IEnumerable<Guid>> JobsAsync(Actor actor, JobFilter filter) =>
        (await fixture.Get<JobQueries>().ListAsync(actor, filter, null, 100, CancellationToken.None)).Rows.Select(row => row.EventId);

    private async Task AssignAsync(Guid[] jobs, Guid customer) => (await fixture.Get<AssignHolds>().HandleAsync(
        JobsFixture.Admin, [.. jobs.Select(job => new SeenHold(job, null, null))], customer, CancellationToken.None)).Should().BeOfType<HoldOutcome.Done>();
}
