using System.Collections.Immutable;
using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Tests.Usage.Holds;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Duplicates;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Duplicates;

public sealed class DuplicateTests : IAsyncLifetime
{
    private readonly HoldsFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_report_without_a_key_that_says_the_same_soon_after_another_is_found_and_nothing_else_is()
    {
        var first = await ReportAsync(tokens: 1_000);
        fixture.Clock.Advance(TimeSpan.FromSeconds(39));
        var again = await ReportAsync(tokens: 1_000);
        await ReportAsync(tokens: 1_001);
        await ReportAsync(tokens: 1_000, customer: fixture.Globex);
        await ReportAsync(tokens: 1_000, jobId: "with-a-key");
        await ReportAsync(tokens: 0);
        await ReportAsync(tokens: 0);
        fixture.Clock.Advance(FindDuplicates.Reach + TimeSpan.FromSeconds(1));
        await ReportAsync(tokens: 1_000); // too late to be a retry

        await FindAsync();

        var found = (await ListAsync(DuplicateState.Open)).Should().ContainSingle().Subject;
        (found.EventId, found.OriginalEventId, found.SecondsApart, found.CustomerName).Should().Be((again, first, 40, "Acme"));
    }

    [Fact]
    public async Task One_that_lies_between_two_searches_is_found_once()
    {
        var first = await ReportAsync(tokens: 1_000);
        await FindAsync();
        var again = await ReportAsync(tokens: 1_000);

        await FindAsync();
        await FindAsync();

        (await ListAsync(DuplicateState.Open)).Select(d => (d.EventId, d.OriginalEventId)).Should().Equal((again, first));
    }

    [Fact]
    public async Task Giving_it_back_credits_what_was_charged_once_however_often_it_is_pressed()
    {
        await ReportAsync(tokens: 1_000);
        var again = await ReportAsync(tokens: 1_000);
        await FindAsync();
        var duplicate = (await ListAsync(DuplicateState.Open)).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Resolve.CreditAsync(JobsFixture.Admin, duplicate, CancellationToken.None))));

        answers.Should().AllBeEquivalentTo((string?)null);
        (await ListAsync(DuplicateState.Open)).Should().BeEmpty();
        (await ListAsync(DuplicateState.Credited)).Single().EventId.Should().Be(again);
        (await fixture.ScalarAsync<decimal>("select sum(amount) from credits where job_event_id = $1", again)).Should().Be(duplicate.Total.Amount).And.Be(0.0455m);
    }

    [Fact]
    public async Task One_that_is_let_stand_is_not_found_again()
    {
        await ReportAsync(tokens: 1_000);
        await ReportAsync(tokens: 1_000);
        await FindAsync();

        await Resolve.DismissAsync(JobsFixture.Admin, (await ListAsync(DuplicateState.Open)).Single(), CancellationToken.None);
        await fixture.ExecuteAsync("update duplicate_scans set scanned_until = '2000-01-01'");
        await FindAsync();

        (await ListAsync(DuplicateState.Open)).Should().BeEmpty();
        (await ListAsync(DuplicateState.Dismissed)).Should().HaveCount(1);
        (await fixture.ScalarAsync<long>("select count(*) from credits")).Should().Be(0);
    }

    [Fact]
    public async Task A_voided_job_is_no_duplicate_any_more()
    {
        await ReportAsync(tokens: 1_000);
        var again = await ReportAsync(tokens: 1_000);
        await fixture.Get<Portal.Usage.Corrections.VoidJob>().HandleAsync(
            JobsFixture.Admin, new Portal.Usage.Corrections.CorrectionRequest(again, 1, "sent twice"), CancellationToken.None);

        await FindAsync();

        (await ListAsync(DuplicateState.Open)).Should().BeEmpty();
    }

    [Fact]
    public async Task Only_who_may_give_credits_decides_and_customers_see_nothing()
    {
        var reader = JobsFixture.Admin with { PlatformRole = PlatformRole.Support };
        await ReportAsync(tokens: 1_000);
        await ReportAsync(tokens: 1_000);
        await FindAsync();
        var duplicate = (await ListAsync(DuplicateState.Open)).Single();

        await ((Func<Task>)(() => Resolve.CreditAsync(reader, duplicate, CancellationToken.None))).Should().ThrowAsync<AccessDeniedException>();
        await ((Func<Task>)(() => Resolve.DismissAsync(reader, duplicate, CancellationToken.None))).Should().ThrowAsync<AccessDeniedException>();
        await ((Func<Task>)(() => fixture.Get<DuplicateQueries>().ListAsync(JobsFixture.MemberOf(fixture.Acme), DuplicateState.Open, CancellationToken.None)))
            .Should().ThrowAsync<AccessDeniedException>();
    }

    private ResolveDuplicate Resolve => fixture.Get<ResolveDuplicate>();

    private async Task<Guid> ReportAsync(long tokens, Guid? customer = null, string? jobId = null)
    {
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        var outcome = await fixture.Get<RecordUsage>().HandleAsync(
            new Actor.System("runtime"),
            new UsageReport
            {
                JobId = jobId,
                CustomerRef = (customer ?? fixture.Acme).ToString(),
                OccurredAt = fixture.Clock.GetUtcNow(),
                MemberRef = null,
                Usage = new JobUsage { Agent = "research_pro", Route = "openai:gpt-4", InputTokens = tokens, Tools = [] },
                ReasoningTokens = 0,
                Metadata = ImmutableSortedDictionary<string, string>.Empty,
                Size = 200,
                ContentHash = new byte[32],
            },
            CancellationToken.None);

        return ((RecordUsageOutcome.Recorded)outcome).Job.EventId;
    }

    // As the worker does, once everything that was received is surely committed.
    private async Task FindAsync()
    {
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        while (await fixture.Get<FindDuplicates>().HandleAsync(new Actor.System("duplicates"), CancellationToken.None))
        {
            // As long as the past is not searched.
        }
    }

    private Task<ImmutableArray<LikelyDuplicate>> ListAsync(DuplicateState state) =>
        fixture.Get<DuplicateQueries>().ListAsync(JobsFixture.Admin, state, CancellationToken.None);
}
