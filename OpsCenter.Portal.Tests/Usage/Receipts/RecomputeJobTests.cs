using FluentAssertions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Receipts;

public sealed class RecomputeJobTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    private const string InsertForeignCharge =
        """
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, reason)
        select event_id, seq + 2, 'charge', organization_id, $2, currency, llm_fee + $3, agent_fee, tools_fee, total + $3,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, 'foreign'
        from ledger_entries where event_id = $1 and seq = 1
        """;

    [Fact]
    public async Task Random_jobs_agree_to_the_last_digit()
    {
        var random = new Random(20260615);

        for (var i = 0; i < 60; i++)
        {
            var job = await fixture.RecordAsync(fixture.Brief() with { Usage = Random(random) });

            (await RecomputeAsync(job)).Should().Be(new RecomputeOutcome.Agrees(1));
        }
    }

    [Fact]
    public async Task Every_entry_of_a_corrected_job_is_compared()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.RepriceAsync(job, 2);
        await fixture.VoidAsync(job);

        (await RecomputeAsync(job)).Should().Be(new RecomputeOutcome.Agrees(4));
    }

    [Fact]
    public async Task A_charge_that_is_off_by_the_last_digit_is_named()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.VoidAsync(job);
        await fixture.ExecuteAsync(InsertForeignCharge, job, 1, 0.000000000001m);

        var outcome = (RecomputeOutcome.Differs)await RecomputeAsync(job);

        outcome.Differences.Select(difference => $"{difference.Seq} {difference.Amount}: {difference.Ledger} not {difference.Recomputed}")
            .Should().Equal("3 LLM fee: 0.375000000001 USD not 0.375 USD", "3 Total: 0.469000000001 USD not 0.469 USD");
    }

    [Fact]
    public async Task A_charge_by_a_version_that_lacks_the_price_is_named()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.VoidAsync(job);
        await fixture.ExecuteAsync(InsertForeignCharge, job, 3, 0m);

        var outcome = (RecomputeOutcome.Differs)await RecomputeAsync(job);

        outcome.Differences.Should().OnlyContain(difference => difference.Seq == 3 && difference.RateCardVersion == 3 && difference.Recomputed == null);
    }

    [Fact]
    public async Task A_receipt_shows_the_difference_unasked()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.VoidAsync(job);
        await fixture.ExecuteAsync(InsertForeignCharge, job, 1, 1m);

        var receipt = await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.MemberOf(fixture.Acme), job, CancellationToken.None);

        receipt!.Differences.Select(difference => difference.Amount).Should().Equal("LLM fee", "Total");
    }

    [Fact]
    public async Task A_held_job_has_nothing_to_compare()
    {
        var brief = fixture.Brief();
        var job = await fixture.RecordAsync(brief with { Usage = brief.Usage with { Agent = "stranger" } });

        (await RecomputeAsync(job)).Should().Be(new RecomputeOutcome.NothingCharged());
    }

    private static JobUsage Random(Random random)
    {
        string[] agents = ["research_pro", "code_generator"];
        string[] routes = ["openai:gpt-4", "anthropic:claude-3-opus", "house_vllm:default"];
        string[] tools = ["web.search", "image.process", "compute.sandbox"];
        var input = random.NextInt64(1_000_000_001);
        var cached = random.NextInt64(input + 1);

        return new JobUsage
        {
            Agent = agents[random.Next(2)],
            Route = routes[random.Next(3)],
            Byok = random.Next(4) == 0,
            Status = (JobStatus)random.Next(3),
            InputTokens = input,
            CachedInputTokens = cached,
            CacheWriteTokens = random.NextInt64(input - cached + 1),
            OutputTokens = random.NextInt64(1_000_000_001),
            ProviderCost = random.Next(3) == 0 ? random.NextInt64(1_000_000_000_000_000) / 1_000_000_000_000_000m : null,
            Tools = [.. Enumerable.Range(0, random.Next(5)).Select(_ => new ToolUse(tools[random.Next(3)], random.Next(1, 1_000_000) / 1_000_000m))],
        };
    }

    private Task<RecomputeOutcome> RecomputeAsync(Guid job) =>
        fixture.Get<RecomputeJob>().HandleAsync(JobsFixture.Finance, job, CancellationToken.None);
}
