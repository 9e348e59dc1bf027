using FluentAssertions;
using Npgsql;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Corrections;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Corrections;

public sealed class CorrectionRollupTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    private NpgsqlDataSource Database => fixture.Get<NpgsqlDataSource>();

    [Fact]
    public async Task Voiding_takes_the_money_out_of_the_rollups_and_leaves_the_job()
    {
        const string Charged = "select coalesce(sum(jobs), 0)::bigint from fee_rollups where fee_floor = 0.46";
        var before = await fixture.ScalarAsync<long>(Charged);
        var job = await RecordAsync();

        await fixture.VoidAsync(job);

        await RollupCheck.ShouldHoldAsync(Database);
        (await fixture.ScalarAsync<long>(Charged)).Should().Be(before);
        (await fixture.ScalarAsync<bool>("select sum(uses) > 0 from tool_rollups")).Should().BeTrue();
    }

    [Fact]
    public async Task Repricing_puts_the_new_price_into_the_rollups()
    {
        var job = await RecordAsync();

        await fixture.RepriceAsync(job, 2);

        await RollupCheck.ShouldHoldAsync(Database);
    }

    [Fact]
    public async Task A_voided_job_that_is_charged_again_counts_again()
    {
        var job = await RecordAsync();
        await fixture.VoidAsync(job);

        await fixture.RepriceAsync(job, 1);

        await RollupCheck.ShouldHoldAsync(Database);
    }

    [Fact]
    public async Task Corrections_of_neighbours_at_once_lose_none()
    {
        var jobs = new List<Guid>();
        for (var i = 0; i < 8; i++)
            jobs.Add(await RecordAsync());

        await Task.WhenAll(jobs.Select((job, i) => i % 2 == 0 ? fixture.VoidAsync(job) : fixture.RepriceAsync(job, 2)));

        await RollupCheck.ShouldHoldAsync(Database);
    }

    [Fact]
    public async Task A_correction_that_is_refused_changes_no_rollup()
    {
        var job = await RecordAsync();
        await fixture.RepriceAsync(job, 2);

        var late = await fixture.Get<VoidJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, 1, "too late"), CancellationToken.None);

        late.Should().BeOfType<CorrectionOutcome.Refused>();
        await RollupCheck.ShouldHoldAsync(Database);
    }

    private Task<Guid> RecordAsync() => fixture.RecordAsync(fixture.Brief() with { OccurredAt = JobsFixture.Now.AddHours(-30) });
}
