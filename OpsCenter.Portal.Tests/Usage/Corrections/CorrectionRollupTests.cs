using FluentAssertions;
using Npgsql;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Tests.Usage.Rollups;
using OpsCenter.Portal.Usage.Corrections;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Corrections;

public sealed class CorrectionRollupTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    private NpgsqlDataSource Database => fixture.Get<NpgsqlDataSource>();

    [Fact]
    public async Task Voiding_takes_the_money_out_of_the_rollups_and_leaves_the_job()
    {
        var job = await RecordAsync();

        await fixture.VoidAsync(job);

        await RollupCheck.ShouldAgreeAsync(Database);
        (await fixture.ScalarAsync<string>("select concat_ws(' ', uses, units, trim_scale(fee), trim_scale(cost)) from tool_rollups where organization_id = $1", fixture.Acme))
            .Should().Be("1 3 0 0");
    }

    [Fact]
    public async Task Repricing_puts_the_new_price_into_the_rollups()
    {
        var job = await RecordAsync();

        await fixture.RepriceAsync(job, 2);

        await RollupCheck.ShouldAgreeAsync(Database);
    }

    [Fact]
    public async Task A_voided_job_that_is_charged_again_counts_again()
    {
        var job = await RecordAsync();
        await fixture.VoidAsync(job);

        await fixture.RepriceAsync(job, 1);

        await RollupCheck.ShouldAgreeAsync(Database);
    }

    [Fact]
    public async Task Corrections_of_neighbours_at_once_lose_none()
    {
        var jobs = new List<Guid>();
        for (var i = 0; i < 8; i++)
            jobs.Add(await RecordAsync());

        await Task.WhenAll(jobs.Select((job, i) => i % 2 == 0 ? fixture.VoidAsync(job) : fixture.RepriceAsync(job, 2)));

        await RollupCheck.ShouldAgreeAsync(Database);
    }

    [Fact]
    public async Task A_correction_that_is_refused_changes_no_rollup()
    {
        var job = await RecordAsync();
        await fixture.RepriceAsync(job, 2);

        var late = await fixture.Get<VoidJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, 1, "too late"), CancellationToken.None);

        late.Should().BeOfType<CorrectionOutcome.Refused>();
        await RollupCheck.ShouldAgreeAsync(Database);
    }

    private async Task<Guid> RecordAsync()
    {
        var job = await fixture.RecordAsync(fixture.Brief() with { OccurredAt = JobsFixture.Now.AddHours(-30) });
        await RollupCheck.FillAsync(Database);

        return job;
    }
}
