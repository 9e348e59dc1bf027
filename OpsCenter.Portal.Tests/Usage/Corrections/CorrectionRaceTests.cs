using FluentAssertions;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Corrections;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Corrections;

public sealed class CorrectionRaceTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task Of_many_operators_at_once_one_voids_and_the_others_are_told()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => VoidAsync(job, 1)));

        outcomes.OfType<CorrectionOutcome.Posted>().Should().ContainSingle();
        outcomes.OfType<CorrectionOutcome.Refused>().Should().HaveCount(11)
            .And.OnlyContain(refused => refused.Refusal == CorrectionRefusal.AlreadyVoided && refused.Explanation.Contains("voided this job"));
        (await TotalAsync(job)).Should().Be(0m);
    }

    [Fact]
    public async Task Voiding_and_repricing_at_once_leave_one_of_the_two()
    {
        for (var round = 0; round < 5; round++)
        {
            var job = await fixture.RecordAsync(fixture.Brief());

            var outcomes = await Task.WhenAll(VoidAsync(job, 1), RepriceAsync(job, 1), VoidAsync(job, 1), RepriceAsync(job, 1));

            var winner = outcomes.OfType<CorrectionOutcome.Posted>().Should().ContainSingle().Which;
            (await TotalAsync(job)).Should().Be(winner.Effect.After.Total.Amount);
        }
    }

    [Fact]
    public async Task A_voided_job_is_charged_again_once()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.VoidAsync(job);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RepriceAsync(job, 2)));

        outcomes.OfType<CorrectionOutcome.Posted>().Should().ContainSingle();
        (await TotalAsync(job)).Should().Be(0.499m);
    }

    [Fact]
    public async Task A_preview_that_a_colleague_overtook_is_not_posted()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.RepriceAsync(job, 2);

        var late = (CorrectionOutcome.Refused)await VoidAsync(job, 1);

        late.Refusal.Should().Be(CorrectionRefusal.ChangedMeanwhile);
        late.Explanation.Should().Contain("priced this job with version 2");
        (await TotalAsync(job)).Should().Be(0.499m);
    }

    [Fact]
    public async Task Every_posted_correction_has_one_audit_row()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => VoidAsync(job, 1)));

        var rows = await fixture.ScalarAsync<long>("select count(*) from audit_entries where subject_id = $1", job.ToString());
        rows.Should().Be(1);
    }

    private Task<decimal> TotalAsync(Guid job) => fixture.ScalarAsync<decimal>("select sum(total) from ledger_entries where event_id = $1", job);

    private Task<CorrectionOutcome> VoidAsync(Guid job, int seenSeq) =>
        fixture.Get<VoidJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, seenSeq, "race"), CancellationToken.None);

    private Task<CorrectionOutcome> RepriceAsync(Guid job, int seenSeq) =>
        fixture.Get<RepriceJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, seenSeq, "race"), 2, CancellationToken.None);
}
