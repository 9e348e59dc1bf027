using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class JobVisibilityTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task A_member_lists_the_jobs_of_their_own_organisation_only()
    {
        var own = await fixture.RecordAsync(fixture.Brief(fixture.Acme));
        var foreign = await fixture.RecordAsync(fixture.Brief(fixture.Globex));

        var seen = (await ListAsync(JobsFixture.MemberOf(fixture.Acme), JobFilter.None)).Rows.Select(job => job.EventId).ToList();

        seen.Should().Contain(own).And.NotContain(foreign);
    }

    [Fact]
    public async Task No_filter_leads_a_member_to_foreign_jobs()
    {
        var foreign = await fixture.RecordAsync(fixture.Brief(fixture.Globex) with { JobId = "foreign-1" });
        var member = JobsFixture.MemberOf(fixture.Acme);
        JobFilter[] attempts =
        [
            new() { CustomerId = fixture.Globex },
            new() { JobId = foreign.ToString() },
            new() { JobId = "foreign-1" },
        ];

        foreach (var attempt in attempts)
            (await ListAsync(member, attempt)).Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_foreign_receipt_does_not_exist_for_a_member()
    {
        var foreign = await fixture.RecordAsync(fixture.Brief(fixture.Globex));
        var member = JobsFixture.MemberOf(fixture.Acme);

        (await fixture.Get<ReceiptQueries>().FindAsync(member, foreign, CancellationToken.None)).Should().BeNull();
        (await fixture.Get<ReceiptQueries>().ExistsAsync(member, foreign, CancellationToken.None)).Should().BeFalse();
        (await fixture.Get<RecomputeJob>().HandleAsync(member, foreign, CancellationToken.None)).Should().BeOfType<RecomputeOutcome.NotFound>();
    }

    [Fact]
    public async Task Jobs_of_nobody_are_seen_by_operators_only()
    {
        var lost = await fixture.RecordAsync(fixture.Brief() with { CustomerRef = "nobody" });

        var operators = await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.Finance, lost, CancellationToken.None);
        var members = await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.MemberOf(fixture.Acme), lost, CancellationToken.None);

        (operators?.CustomerName, members).Should().Be(("nobody", null));
    }

    [Fact]
    public async Task Members_see_no_cost_anywhere()
    {
        var brief = fixture.Brief();
        var job = await fixture.RecordAsync(brief with { Usage = brief.Usage with { ProviderCost = 0.123m } });
        var member = JobsFixture.MemberOf(fixture.Acme);

        var row = (await ListAsync(member, new JobFilter { JobId = job.ToString() })).Rows.Single();
        var receipt = (await fixture.Get<ReceiptQueries>().FindAsync(member, job, CancellationToken.None))!;

        (row.Cost, row.Margin).Should().Be((null, null));
        (receipt.Net!.Cost, receipt.Net.Margin, receipt.Usage.ProviderCost).Should().Be((null, null, null));
        receipt.Entries.Should().OnlyContain(entry => entry.Price.Cost == null && entry.PostedBy == null);
        receipt.Steps.Should().OnlyContain(step => step.Part <= PricePart.Total);
        receipt.Steps.SelectMany(step => step.Factors).Select(factor => factor.Value).Should().NotContain([0.06m, 1.25m]);
    }

    [Fact]
    public async Task Suggested_names_come_from_ones_own_jobs()
    {
        var brief = fixture.Brief(fixture.Globex);
        await fixture.RecordAsync(brief with { Usage = brief.Usage with { Agent = "globex_secret", Route = "globex:secret" } });
        await fixture.RecordAsync(fixture.Brief(fixture.Acme));

        var choices = await fixture.Get<JobChoiceQueries>().FindAsync(JobsFixture.MemberOf(fixture.Acme), CancellationToken.None);

        choices.Agents.Should().Contain("research_pro").And.NotContain("globex_secret");
        choices.Routes.Should().Contain("openai:gpt-4").And.NotContain("globex:secret");
    }

    [Fact]
    public async Task A_member_is_told_no_foreign_name()
    {
        var names = await fixture.Get<CustomerQueries>().NamesAsync(
            JobsFixture.MemberOf(fixture.Acme), [fixture.Acme, fixture.Globex], CancellationToken.None);

        names.Should().Equal(new Dictionary<Guid, string> { [fixture.Acme] = "Acme" });
    }

    [Fact]
    public async Task Whoever_has_no_jobs_to_see_is_refused()
    {
        var machine = new Actor.Machine(Guid.Empty, "brigade", MachineScopes.UsageWrite);
        Func<Task>[] queries =
        [
            () => ListAsync(machine, JobFilter.None),
            () => fixture.Get<JobChoiceQueries>().FindAsync(machine, CancellationToken.None),
            () => fixture.Get<ReceiptQueries>().FindAsync(machine, Guid.Empty, CancellationToken.None),
            () => fixture.Get<ReceiptQueries>().ExistsAsync(machine, Guid.Empty, CancellationToken.None),
            () => fixture.Get<RecomputeJob>().HandleAsync(machine, Guid.Empty, CancellationToken.None),
            () => fixture.Get<CustomerQueries>().NamesAsync(machine, [], CancellationToken.None),
        ];

        foreach (var query in queries)
            await query.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<JobList> ListAsync(Actor actor, JobFilter filter) =>
        fixture.Get<JobQueries>().ListAsync(actor, filter, null, 100, CancellationToken.None);
}
