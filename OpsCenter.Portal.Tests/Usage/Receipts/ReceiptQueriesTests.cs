using System.Collections.Immutable;
using FluentAssertions;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Receipts;

public sealed class ReceiptQueriesTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task A_receipt_gives_back_everything_that_was_reported()
    {
        var report = fixture.Brief() with
        {
            JobId = "whole-1",
            MemberRef = "ana",
            ReasoningTokens = 500,
            Usage = new JobUsage
            {
                Agent = "research_pro",
                Route = "openai:gpt-4",
                Status = JobStatus.Failed,
                InputTokens = 6_000,
                CachedInputTokens = 1_000,
                CacheWriteTokens = 200,
                OutputTokens = 2_000,
                ProviderCost = 0.123456789012m,
                Tools = [new ToolUse("web.search", 3m), new ToolUse("compute.sandbox", 0.000001m)],
            },
            Metadata = ImmutableSortedDictionary<string, string>.Empty.Add("b", "2").Add("a", "ä \"quoted\""),
        };

        var receipt = await FindAsync(await fixture.RecordAsync(report));

        receipt.Usage.Should().BeEquivalentTo(report.Usage);
        receipt.Metadata.Should().Equal(report.Metadata);
        (receipt.JobId, receipt.MemberRef, receipt.ReasoningTokens, receipt.Source).Should().Be(("whole-1", "ana", 500L, "test"));
        (receipt.OccurredAt, receipt.ReceivedAt, receipt.CustomerName).Should().Be((report.OccurredAt!.Value, JobsFixture.Now, "Acme"));
    }

    [Fact]
    public async Task The_steps_lead_to_the_total_in_the_ledger()
    {
        var receipt = await FindAsync(await fixture.RecordAsync(fixture.Brief()));

        receipt.Steps.Last(step => step.Part == PricePart.Total).Result.Should().Be(receipt.Net!.Total.Amount).And.Be(0.469m);
        (receipt.Net.Cost?.Amount, receipt.Net.Margin?.Amount, receipt.Net.MarginPercent).Should().Be((0.315m, 0.154m, 32.8m));
        receipt.Differences.Should().BeEmpty();
    }

    [Fact]
    public async Task A_held_job_tells_all_it_waits_for_and_an_estimate()
    {
        var brief = fixture.Brief();
        var receipt = await FindAsync(await fixture.RecordAsync(brief with
        {
            CustomerRef = "nobody",
            Usage = brief.Usage with { Agent = "stranger", Route = "openai:gpt-9" },
        }));

        receipt.State.Should().Be(JobState.Held);
        receipt.Hold!.Causes.Should().Equal(
            new HoldCause(HoldReason.UnknownRoute, "openai:gpt-9"),
            new HoldCause(HoldReason.UnknownAgent, "stranger"),
            new HoldCause(HoldReason.UnknownCustomer, "nobody"));
        receipt.Hold.Exposure.Amount.Should().BePositive();
        (receipt.Net, receipt.CanBeCorrected).Should().Be((null, false));
    }

    [Fact]
    public async Task Only_admins_are_offered_corrections()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        var admin = await FindAsync(job);
        var finance = await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.Finance, job, CancellationToken.None);

        (admin.CanBeCorrected, finance!.CanBeCorrected).Should().Be((true, false));
    }

    private async Task<Receipt> FindAsync(Guid job) =>
        (await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.Admin, job, CancellationToken.None))!;
}
