using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Tests.Usage.Holds;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Recording;
using OpsCenter.Portal.Usage.Replays;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Replays;

/// <summary>A database of its own in which every test records jobs on a day of its own, so that it replays no jobs but its own.</summary>
public sealed class ReplayFixture : IAsyncLifetime
{
    private int daysBack = 2;

    public HoldsFixture Jobs { get; } = new();

    public Task InitializeAsync() => Jobs.InitializeAsync();

    public Task DisposeAsync() => Jobs.DisposeAsync();

    internal RunReplay NewCommand() => new(Cards(), new ReplayJobs(Jobs.Database), Table(), Jobs.Clock);

    internal ReplayQueries NewQueries() => new(Table(), new VersionFigures(Jobs.Database), Jobs.Get<RateCardQueries>(), Jobs.Clock);

    /// <summary>A day that no other test uses, days before the clock of the fixture.</summary>
    internal DateTimeOffset NextDay() => HoldsFixture.Start.AddDays(-Interlocked.Increment(ref daysBack));

    /// <summary>Records the brief's job, or one that differs from it, at noon of a day.</summary>
    internal async Task<Guid> RecordAsync(DateTimeOffset day, Func<JobUsage, JobUsage>? change = null, string? customer = null)
    {
        var brief = new JobUsage
        {
            Agent = "research_pro",
            Route = "openai:gpt-4",
            InputTokens = 6_000,
            OutputTokens = 2_000,
            Tools = [new ToolUse("web.search", 3m)],
        };
        var report = new UsageReport
        {
            JobId = null,
            CustomerRef = customer ?? Jobs.Acme.ToString(),
            OccurredAt = day,
            MemberRef = null,
            Usage = change is null ? brief : change(brief),
            ReasoningTokens = 0,
            Metadata = ImmutableSortedDictionary<string, string>.Empty,
            Size = 200,
            ContentHash = new byte[32],
        };
        var outcome = await Jobs.Get<RecordUsage>().HandleAsync(new Actor.System("test"), report, CancellationToken.None);

        return ((RecordUsageOutcome.Recorded)outcome).Job.EventId;
    }

    internal async Task VoidAsync(Guid job)
    {
        var ready = (CorrectionOutcome.Ready)await Jobs.Get<VoidJob>().PreviewAsync(JobsFixture.Admin, job, CancellationToken.None);
        await Jobs.Get<VoidJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, ready.Preview.SeenSeq, "for a test"), CancellationToken.None);
    }

    internal async Task RepriceAsync(Guid job, int version)
    {
        var ready = (CorrectionOutcome.Ready)await Jobs.Get<RepriceJob>().PreviewAsync(JobsFixture.Admin, job, version, CancellationToken.None);
        await Jobs.Get<RepriceJob>().HandleAsync(
            JobsFixture.Admin, new CorrectionRequest(job, ready.Preview.SeenSeq, "for a test"), version, CancellationToken.None);
    }

    /// <summary>Replays the day with a version.</summary>
    internal async Task<ReplayView> ReplayAsync(DateTimeOffset day, int version = 1)
    {
        var midnight = new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero);
        using var command = NewCommand();

        return ((ReplayOutcome.Done)await command.HandleAsync(
            JobsFixture.Admin, new RunReplayInput(version, midnight, midnight.AddDays(1)), null, CancellationToken.None)).Replay;
    }

    /// <summary>Publishes the newest card with another markup of gpt-4.</summary>
    internal Task<int> PublishMarkupAsync(decimal markup) => Jobs.PublishAsync(content => content with
    {
        Routes = [.. content.Routes.Select(r => r.Route == "openai:gpt-4" ? r with { MarkupPercent = markup } : r)],
    });

    private ReplayCards Cards() => new(Jobs.Get<GetDraft>(), Jobs.Get<RateCardQueries>());

    private ReplayTable Table() => new(Jobs.Get<NpgsqlDataSource>(), Jobs.Get<ActorNames>());
}
