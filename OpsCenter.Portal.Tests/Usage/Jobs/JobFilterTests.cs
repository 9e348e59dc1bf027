using FluentAssertions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class JobFilterTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task Each_state_shows_its_jobs_and_no_others()
    {
        var customer = await fixture.CreateCustomerAsync("States");
        var states = await OneJobPerStateAsync(customer);

        foreach (var (state, job) in states)
            (await IdsAsync(new JobFilter { CustomerId = customer, State = state })).Should().Equal([job], $"that job is {state}");
    }

    [Fact]
    public async Task A_member_and_a_tool_show_their_jobs_and_no_others()
    {
        var customer = await fixture.CreateCustomerAsync("Members and tools");
        var brief = fixture.Brief(customer);
        var searched = await fixture.RecordAsync(brief with { MemberRef = "ana" });
        var quiet = await fixture.RecordAsync(brief with { MemberRef = "ana", Usage = brief.Usage with { Tools = [] } });
        await fixture.RecordAsync(brief with { MemberRef = "ben" });

        (await IdsAsync(new JobFilter { CustomerId = customer, Member = "ana" })).Should().BeEquivalentTo([searched, quiet]);
        (await IdsAsync(new JobFilter { CustomerId = customer, Member = "ana", Tool = "web.search" })).Should().Equal(searched);
        (await IdsAsync(new JobFilter { CustomerId = customer, Member = "nobody" })).Should().BeEmpty();
        (await IdsAsync(new JobFilter { CustomerId = customer, Tool = "web" })).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_job_says_the_state_it_is_found_by()
    {
        var customer = await fixture.CreateCustomerAsync("States again");
        var states = await OneJobPerStateAsync(customer);

        var list = await ListAsync(new JobFilter { CustomerId = customer });

        list.Rows.ToDictionary(job => job.State, job => job.EventId).Should().BeEquivalentTo(states);
    }

    [Fact]
    public async Task A_job_voided_twice_stands_once_among_the_voided()
    {
        var customer = await fixture.CreateCustomerAsync("Twice");
        var job = await fixture.RecordAsync(fixture.Brief(customer));
        await fixture.VoidAsync(job);
        await fixture.RepriceAsync(job, 2);
        await fixture.VoidAsync(job);

        var voided = await IdsAsync(new JobFilter { CustomerId = customer, State = JobState.Voided });
        var repriced = await IdsAsync(new JobFilter { CustomerId = customer, State = JobState.Repriced });

        voided.Should().Equal(job);
        repriced.Should().BeEmpty();
    }

    [Fact]
    public async Task Agent_route_and_outcome_restrict_together()
    {
        var customer = await fixture.CreateCustomerAsync("Together");
        var brief = fixture.Brief(customer);
        var wanted = await fixture.RecordAsync(brief with { Usage = brief.Usage with { Agent = "code_generator", Status = JobStatus.Failed } });
        await fixture.RecordAsync(brief with { Usage = brief.Usage with { Agent = "code_generator" } });
        await fixture.RecordAsync(brief with { Usage = brief.Usage with { Status = JobStatus.Failed } });
        await fixture.RecordAsync(brief with { Usage = brief.Usage with { Agent = "code_generator", Route = "house_vllm:default", Status = JobStatus.Failed } });

        var found = await IdsAsync(new JobFilter
        {
            CustomerId = customer,
            Agent = "code_generator",
            Route = "openai:gpt-4",
            Outcome = JobStatus.Failed,
        });

        found.Should().Equal(wanted);
    }

    [Fact]
    public async Task A_name_is_found_from_the_first_to_the_last_moment_of_the_days_it_ran_and_never_when_it_never_ran()
    {
        var customer = await fixture.CreateCustomerAsync("Moments");
        var brief = fixture.Brief(customer);
        var midnight = new DateTimeOffset(JobsFixture.Now.AddDays(-9).UtcDateTime.Date, TimeSpan.Zero);
        var first = await fixture.RecordAsync(brief with { OccurredAt = midnight });
        var last = await fixture.RecordAsync(brief with { OccurredAt = midnight.AddDays(3).AddMicroseconds(-1) });

        var ran = await IdsAsync(new JobFilter { CustomerId = customer, Agent = "research_pro", Route = "openai:gpt-4" });
        var within = await IdsAsync(new JobFilter { CustomerId = customer, Agent = "research_pro", Days = new DayRange(midnight.AddDays(1), null) });
        var never = await IdsAsync(new JobFilter { CustomerId = customer, Agent = "research_pro", Route = "house_vllm:default" });

        ran.Should().Equal(last, first);
        within.Should().Equal(last);
        never.Should().BeEmpty();
    }

    [Fact]
    public async Task Days_are_half_open()
    {
        var customer = await fixture.CreateCustomerAsync("Days");
        var day = new DateTimeOffset(2026, 6, 10, 0, 0, 0, TimeSpan.Zero);
        await RecordAtAsync(customer, day.AddMicroseconds(-1));
        var first = await RecordAtAsync(customer, day);
        var last = await RecordAtAsync(customer, day.AddDays(1).AddMicroseconds(-1));
        await RecordAtAsync(customer, day.AddDays(1));

        var found = await IdsAsync(new JobFilter { CustomerId = customer, Days = new DayRange(day, day.AddDays(1)) });

        found.Should().Equal(last, first);
    }

    [Fact]
    public async Task A_job_is_found_by_its_own_key_and_by_its_receipt_id()
    {
        var job = await RecordWithKeyAsync("brigade-42");
        await RecordWithKeyAsync("brigade-421");

        var byKey = await IdsAsync(new JobFilter { JobId = "brigade-42" });
        var byReceipt = await IdsAsync(new JobFilter { JobId = job.ToString() });

        byKey.Should().Equal(job);
        byReceipt.Should().Equal(job);
    }

    [Fact]
    public async Task What_looks_like_SQL_is_text()
    {
        var found = await IdsAsync(new JobFilter { Agent = "x' or true --", Route = "%", JobId = "'; drop table holds; --" });

        found.Should().BeEmpty();
    }

    [Fact]
    public async Task The_total_is_what_is_left_after_corrections()
    {
        var customer = await fixture.CreateCustomerAsync("Net");
        await fixture.RepriceAsync(await fixture.RecordAsync(fixture.Brief(customer)), 2);

        var row = (await ListAsync(new JobFilter { CustomerId = customer })).Rows.Single();

        // 0.3 of model cost × 1.35 + 0.064 + 0.03, at a cost of 0.3 + 0.015.
        (row.Total?.Amount, row.Cost?.Amount, row.Margin?.Amount).Should().Be((0.499m, 0.315m, 0.184m));
    }

    private async Task<Dictionary<JobState, Guid>> OneJobPerStateAsync(Guid customer)
    {
        var brief = fixture.Brief(customer);
        var states = new Dictionary<JobState, Guid>();

        foreach (var state in Enum.GetValues<JobState>())
            states[state] = await fixture.RecordAsync(state is JobState.Held or JobState.WrittenOff ? Unpriceable(brief) : brief);

        await fixture.VoidAsync(states[JobState.Voided]);
        await fixture.RepriceAsync(states[JobState.Repriced], 2);
        await fixture.ExecuteAsync(
            "update holds set state = 'written_off', resolved_at = held_at, resolved_by = 'test' where event_id = $1", states[JobState.WrittenOff]);

        return states;
    }

    private static UsageReport Unpriceable(UsageReport report) => report with { Usage = report.Usage with { Agent = "stranger" } };

    private Task<Guid> RecordAtAsync(Guid customer, DateTimeOffset at) => fixture.RecordAsync(fixture.Brief(customer) with { OccurredAt = at });

    private Task<Guid> RecordWithKeyAsync(string key) => fixture.RecordAsync(fixture.Brief() with { JobId = key });

    private async Task<IEnumerable<Guid>> IdsAsync(JobFilter filter) => (await ListAsync(filter)).Rows.Select(job => job.EventId);

    private Task<JobList> ListAsync(JobFilter filter) =>
        fixture.Get<JobQueries>().ListAsync(JobsFixture.Admin, filter, null, 100, CancellationToken.None);
}
