using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Tests.Agents;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

/// <summary>Only an agent that is absent from the card holds a job; one that is disabled is a remark beside the price.</summary>
public sealed class DisabledAgentTests(AgentsFixture fixture) : IClassFixture<AgentsFixture>
{
    [Fact]
    public async Task A_finished_job_of_a_disabled_agent_is_priced_as_ever_and_flagged()
    {
        var job = await fixture.RecordAsync("code_generator");

        var (row, receipt) = await ReadAsync(AgentsFixture.Admin, job);

        (row.State, row.Total?.Amount, row.AgentWasDisabled).Should().Be((JobState.Priced, 0.453m, true));
        (receipt.State, receipt.Net?.Total.Amount, receipt.AgentWasDisabled).Should().Be((JobState.Priced, 0.453m, true));
    }

    [Fact]
    public async Task A_job_from_before_it_was_disabled_and_one_of_another_agent_are_not_flagged()
    {
        var earlier = await fixture.RecordAsync("code_generator", AgentsFixture.Now.AddDays(-20));
        var other = await fixture.RecordAsync("research_pro");

        foreach (var job in (Guid[])[earlier, other])
        {
            var (row, receipt) = await ReadAsync(AgentsFixture.Admin, job);

            (row.State, row.AgentWasDisabled, receipt.AgentWasDisabled).Should().Be((JobState.Priced, false, false));
        }
    }

    [Fact]
    public async Task What_is_done_to_the_agent_afterwards_changes_no_flag()
    {
        var job = await fixture.RecordAsync("research_pro");

        await fixture.ChangeAsync("research_pro", row => row!.With(RateCardColumns.Active, "false"));
        var after = await fixture.RecordAsync("research_pro", fixture.Clock.GetUtcNow());
        await fixture.ChangeAsync("research_pro", row => row!.With(RateCardColumns.Active, "true"));

        (await ReadAsync(AgentsFixture.Admin, job)).Row.AgentWasDisabled.Should().BeFalse();
        (await ReadAsync(AgentsFixture.Admin, after)).Row.AgentWasDisabled.Should().BeTrue();
    }

    [Fact]
    public async Task Corrections_do_not_take_the_flag_away()
    {
        var (voided, repriced) = (await fixture.RecordAsync("code_generator"), await fixture.RecordAsync("code_generator"));

        await fixture.VoidAsync(voided);
        await fixture.RepriceAsync(repriced, version: 1);

        var (first, firstReceipt) = await ReadAsync(AgentsFixture.Admin, voided);
        (first.State, first.AgentWasDisabled, firstReceipt.AgentWasDisabled).Should().Be((JobState.Voided, true, true));
        var (second, secondReceipt) = await ReadAsync(AgentsFixture.Admin, repriced);
        (second.State, second.AgentWasDisabled, secondReceipt.AgentWasDisabled).Should().Be((JobState.Repriced, true, true));
    }

    [Fact]
    public async Task A_job_of_an_archived_agent_is_held()
    {
        var (row, receipt) = await ReadAsync(AgentsFixture.Admin, await fixture.RecordAsync("writer"));

        (row.State, row.Total, row.AgentWasDisabled).Should().Be((JobState.Held, null, false));
        receipt.Hold!.Causes.Should().Equal(new HoldCause(HoldReason.UnknownAgent, "writer"));
        receipt.AgentWasDisabled.Should().BeFalse();
    }

    [Fact]
    public async Task A_customer_is_told_nothing_about_it()
    {
        var (row, receipt) = await ReadAsync(AgentsFixture.MemberOf(fixture.Acme), await fixture.RecordAsync("code_generator"));

        (row.FirstVersion, row.AgentWasDisabled, receipt.AgentWasDisabled).Should().Be((null, false, false));
    }

    [Fact]
    public async Task The_exported_list_has_the_flag()
    {
        var job = await fixture.RecordAsync("code_generator");

        var sheet = new JobExport(fixture.Get<JobQueries>(), fixture.Clock).Open(
            AgentsFixture.Admin, UrlQuery.Of($"http://localhost/exports/jobs?job={job}"), CancellationToken.None);

        sheet.Columns[^1].Should().Be("agent_was_disabled");
        (await sheet.Rows.ToListAsync()).Should().ContainSingle().Which[^1].Content.Should().Be("true");
    }

    private async Task<(JobRow Row, Receipt Receipt)> ReadAsync(Actor actor, Guid job)
    {
        var list = await fixture.Get<JobQueries>().ListAsync(actor, new JobFilter { JobId = $"{job}" }, null, 10, CancellationToken.None);
        var receipt = await fixture.Get<ReceiptQueries>().FindAsync(actor, job, CancellationToken.None);

        return (list.Rows.Single(), receipt!); // the list has just shown it
    }
}
