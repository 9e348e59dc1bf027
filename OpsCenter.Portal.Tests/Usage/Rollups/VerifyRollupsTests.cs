using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Rollups;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Rollups;

public sealed class VerifyRollupsTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    private NpgsqlDataSource Database => fixture.Get<NpgsqlDataSource>();

    [Fact]
    public async Task What_agrees_has_no_differences()
    {
        await RecordAsync();

        var result = await VerifyAsync();

        (result.DifferenceCount, result.IsClean).Should().Be((0, true));
        result.Days.Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("hourly_rollups", "llm_fee")]
    [InlineData("hourly_rollups", "held_jobs")]
    [InlineData("daily_rollups", "jobs")]
    [InlineData("daily_rollups", "exposure")]
    [InlineData("tool_rollups", "units")]
    [InlineData("fee_rollups", "jobs")]
    public async Task A_wrong_sum_is_found_named_and_repaired(string table, string column)
    {
        await RecordAsync();
        await fixture.ExecuteAsync($"update {table} set {column} = {column} + 7");

        var found = await VerifyAsync();
        var repaired = await VerifyAsync(repair: true);

        found.Differences.Should().Contain(d => d.Table == table && d.Column == column && d.Is - d.ShouldBe == 7m)
            .And.OnlyContain(d => d.Table == table && d.Column == column);
        repaired.RepairedDays.Should().BePositive();
        await RollupCheck.ShouldHoldAsync(Database);
    }

    [Theory]
    [InlineData("hourly_rollups")]
    [InlineData("daily_rollups")]
    [InlineData("tool_rollups")]
    [InlineData("fee_rollups")]
    public async Task A_missing_row_is_found_and_repaired(string table)
    {
        await RecordAsync();
        await fixture.ExecuteAsync($"delete from {table}");

        var found = await VerifyAsync();
        await VerifyAsync(repair: true);

        found.Differences.Should().NotBeEmpty().And.OnlyContain(d => d.Table == table && d.Is == null && d.ShouldBe > 0);
        await RollupCheck.ShouldHoldAsync(Database);
    }

    [Fact]
    public async Task A_row_too_much_is_found_and_removed()
    {
        await RecordAsync();
        await fixture.ExecuteAsync(
            "insert into tool_rollups (hour, organization_id, tool, currency, uses, units, fee, cost) values ('2026-06-01T00:00Z', null, 'ghost', 'USD', 1, 2, 3, 0)");

        var found = await VerifyAsync();
        await VerifyAsync(repair: true);

        found.Differences.Should().Equal(
            new RollupDifference("tool_rollups", "2026-06-01 00:00 · no customer · ghost · USD", "uses", 1m, null),
            new RollupDifference("tool_rollups", "2026-06-01 00:00 · no customer · ghost · USD", "units", 2m, null),
            new RollupDifference("tool_rollups", "2026-06-01 00:00 · no customer · ghost · USD", "fee", 3m, null));
        await RollupCheck.ShouldHoldAsync(Database);
        (await fixture.ScalarAsync<bool>("select exists (select from tool_rollups where tool = 'ghost')")).Should().BeFalse();
    }

    [Fact]
    public async Task A_row_that_sums_to_nothing_is_no_difference()
    {
        await RecordAsync();
        await fixture.ExecuteAsync(
            "insert into tool_rollups (hour, organization_id, tool, currency, uses, units, fee, cost) values ('2026-06-14T00:00Z', null, 'nothing', 'USD', 0, 0, 0, 0)");

        (await VerifyAsync()).DifferenceCount.Should().Be(0);
    }

    [Fact]
    public async Task Only_the_days_asked_for_are_compared()
    {
        await RecordAsync();
        await fixture.ExecuteAsync("update daily_rollups set jobs = jobs + 1 where day = '2026-06-14'");

        var before = await VerifyAsync(new VerifyRollupsInput(Last: new DateOnly(2026, 6, 13)));
        var that = await VerifyAsync(new VerifyRollupsInput(First: new DateOnly(2026, 6, 14), Last: new DateOnly(2026, 6, 14)));

        before.DifferenceCount.Should().Be(0);
        (that.DifferenceCount, that.Days, that.FirstDay, that.LastDay).Should().Be((1, 1, new DateOnly(2026, 6, 14), new DateOnly(2026, 6, 14)));
    }

    [Fact]
    public async Task A_repair_leaves_one_audit_row_with_counts_and_sums()
    {
        await RecordAsync();
        await fixture.ExecuteAsync("update daily_rollups set jobs = jobs + 100 where day = '2026-06-14'");
        var before = await fixture.ScalarAsync<long>("select count(*) from audit_entries");
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        await VerifyAsync(repair: true);

        (await fixture.ScalarAsync<long>("select count(*) from audit_entries")).Should().Be(before + 1);
        var audit = await fixture.ScalarAsync<string>(
            """
            select concat_ws(' ', subject_type, subject_id, actor_subject,
                (before -> 'daily_rollups' ->> 'jobs')::int - (after -> 'daily_rollups' ->> 'jobs')::int, before -> 'daily_rollups' ->> 'rows')
            from audit_entries where action = 'rollups.repaired' order by at desc, id desc limit 1
            """);
        audit.Should().Be($"rollups 2026-06-14 {JobsFixture.Admin.Subject} 100 1");
    }

    [Fact]
    public async Task What_is_written_while_a_repair_waits_is_not_lost()
    {
        await RecordAsync();
        await fixture.ExecuteAsync("update daily_rollups set jobs = jobs + 1 where day = '2026-06-14'");
        var job = await fixture.RecordAsync(fixture.Brief());

        await Task.WhenAll(
            VerifyAsync(repair: true), fixture.VoidAsync(job), fixture.RecordAsync(fixture.Brief()), VerifyAsync(repair: true), fixture.RecordAsync(fixture.Brief()));

        await RollupCheck.ShouldHoldAsync(Database);
    }

    [Fact]
    public async Task A_repair_waits_for_a_writer_that_has_not_committed()
    {
        var job = await RecordAsync();
        await fixture.ExecuteAsync("update daily_rollups set jobs = jobs + 1 where day = '2026-06-14'");
        await using var writer = await Database.OpenConnectionAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("update hourly_rollups set jobs = jobs + 1; update hourly_rollups set jobs = jobs - 1", writer))
            await write.ExecuteNonQueryAsync();

        var repair = VerifyAsync(repair: true);
        while (!repair.IsCompleted && await fixture.ScalarAsync<long>("select count(*) from pg_locks where mode = 'ShareRowExclusiveLock' and not granted") == 0)
            await Task.Yield();

        repair.IsCompleted.Should().BeFalse();
        await transaction.CommitAsync();
        (await repair).RepairedDays.Should().Be(1);
        await RollupCheck.ShouldHoldAsync(Database);
        job.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Progress_is_told_day_by_day_and_a_cancelled_run_stops()
    {
        await RecordAsync();
        using var stop = new CancellationTokenSource();
        var told = new List<RollupProgress>();

        var run = () => fixture.Get<VerifyRollups>().HandleAsync(
            JobsFixture.Admin, new VerifyRollupsInput(), new Told(progress => { told.Add(progress); stop.Cancel(); }), stop.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        told.Should().ContainSingle().Which.Days.Should().Be(1);
    }

    [Fact]
    public async Task Finance_compares_but_does_not_repair_and_support_does_neither()
    {
        var support = new Actor.User(Guid.CreateVersion7(JobsFixture.Now), PlatformRole.Support, null, null);
        var verify = fixture.Get<VerifyRollups>();

        await verify.HandleAsync(JobsFixture.Finance, new VerifyRollupsInput(), null, CancellationToken.None);
        var repair = () => verify.HandleAsync(JobsFixture.Finance, new VerifyRollupsInput(Repair: true), null, CancellationToken.None);
        var look = () => verify.HandleAsync(support, new VerifyRollupsInput(), null, CancellationToken.None);

        await repair.Should().ThrowAsync<AccessDeniedException>();
        await look.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<RollupVerification> VerifyAsync(bool repair = false) => VerifyAsync(new VerifyRollupsInput(Repair: repair));

    private Task<RollupVerification> VerifyAsync(VerifyRollupsInput input) =>
        fixture.Get<VerifyRollups>().HandleAsync(JobsFixture.Admin, input, null, CancellationToken.None);

    // Two days, so that progress has steps: the brief's job, and one that is held.
    private async Task<Guid> RecordAsync()
    {
        await VerifyAsync(repair: true);
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.RecordAsync(fixture.Brief() with { OccurredAt = JobsFixture.Now.AddDays(-2), Usage = fixture.Brief().Usage with { Agent = "stranger" } });

        return job;
    }

    private sealed class Told(Action<RollupProgress> report) : IProgress<RollupProgress>
    {
        public void Report(RollupProgress value) => report(value);
    }
}
