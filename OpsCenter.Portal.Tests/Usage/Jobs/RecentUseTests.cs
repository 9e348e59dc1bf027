using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class RecentUseTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task What_jobs_named_in_thirty_days_is_in_use_held_ones_included_and_older_ones_not()
    {
        await RecordAsync(days: 30, usage => usage with { Agent = "writer", Route = "openai:gpt-9" });
        await RecordAsync(days: 31, usage => usage with { Agent = "translator", Route = "openai:gpt-2", Tools = [new ToolUse("old.tool", 1m)] });

        var use = await GetAsync(JobsFixture.Finance);

        use.HasJobs.Should().BeTrue();
        use.Includes(RateCardRowKey.Agent("writer")).Should().BeTrue();
        use.Includes(RateCardRowKey.Route("openai", "gpt-9")).Should().BeTrue();
        use.Includes(RateCardRowKey.Tool("web.search")).Should().BeTrue("the brief's job used it");
        use.Includes(RateCardRowKey.Agent("translator")).Should().BeFalse();
        use.Includes(RateCardRowKey.Route("openai", "gpt-2")).Should().BeFalse();
        use.Includes(RateCardRowKey.Tool("old.tool")).Should().BeFalse();
    }

    [Fact]
    public async Task Who_may_not_see_all_jobs_is_not_told() =>
        await FluentActions.Awaiting(() => GetAsync(JobsFixture.Finance with { PlatformRole = null })).Should().ThrowAsync<AccessDeniedException>();

    private Task<RecentUse> GetAsync(Actor actor) =>
        new RecentUseQueries(fixture.Get<NpgsqlDataSource>(), fixture.Clock).GetAsync(actor, CancellationToken.None);

    private Task<Guid> RecordAsync(int days, Func<JobUsage, JobUsage> change)
    {
        var brief = fixture.Brief(fixture.Acme);

        return fixture.RecordAsync(brief with { OccurredAt = JobsFixture.Now.AddDays(-days), Usage = change(brief.Usage) });
    }
}
