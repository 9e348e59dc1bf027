using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Corrections;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Corrections;

public sealed class CorrectionTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Fact]
    public async Task Voiding_leaves_nothing_to_the_last_digit()
    {
        var brief = fixture.Brief();
        var job = await fixture.RecordAsync(brief with { Usage = brief.Usage with { InputTokens = 7, ProviderCost = 0.333333333333m } });

        await fixture.VoidAsync(job);

        (await SumsAsync(job)).Should().Be("0 0 0 0 0 0 0");
    }

    [Fact]
    public async Task Repricing_leaves_exactly_the_new_price()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        await fixture.RepriceAsync(job, 2);

        // 0.3 of model cost × 1.35 instead of × 1.25.
        (await SumsAsync(job)).Should().Be("0.405 0.064 0.03 0.499 0.3 0.015 0.315");
        (await EntriesAsync(job)).Should().Equal("1 charge v1 0.469", "2 reversal v1 -0.469", "3 charge v2 0.499");
    }

    [Fact]
    public async Task A_voided_job_can_be_charged_again()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.VoidAsync(job);

        await fixture.RepriceAsync(job, 1);

        (await EntriesAsync(job)).Should().Equal("1 charge v1 0.469", "2 reversal v1 -0.469", "3 charge v1 0.469");
    }

    [Fact]
    public async Task Open_pages_are_told_of_a_correction_but_not_of_a_preview()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        fixture.Get<LiveMarks>().Take();
        await ReadyAsync(fixture.Get<RepriceJob>().PreviewAsync(JobsFixture.Admin, job, 2, CancellationToken.None));
        var afterPreview = fixture.Get<LiveMarks>().Take();

        await fixture.VoidAsync(job);

        afterPreview.Should().BeEmpty();
        fixture.Get<LiveMarks>().Take().Should().Equal(LiveTopic.Usage);
    }

    [Fact]
    public async Task The_preview_is_what_is_posted()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        var preview = await ReadyAsync(fixture.Get<RepriceJob>().PreviewAsync(JobsFixture.Admin, job, 2, CancellationToken.None));
        var posted = await RepriceAsync(job, preview.SeenSeq, 2);

        (preview.Before.Total.Amount, preview.After.Total.Amount).Should().Be((0.469m, 0.499m));
        posted.Should().Be(new CorrectionOutcome.Posted(preview));
    }

    [Fact]
    public async Task A_correction_lands_in_the_month_it_is_made_in()
    {
        var job = await fixture.RecordAsync(fixture.Brief() with { OccurredAt = new DateTimeOffset(2026, 5, 31, 23, 59, 59, TimeSpan.Zero) });

        await fixture.VoidAsync(job);

        var periods = await fixture.ScalarAsync<string>(
            "select string_agg(usage_period || ' ' || posting_period, ', ' order by seq) from ledger_entries where event_id = $1", job);
        periods.Should().Be("2026-05-01 2026-06-01, 2026-05-01 2026-06-01");
    }

    [Fact]
    public async Task The_audit_trail_tells_who_changed_what_and_why()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        await RepriceAsync(job, 1, 2, "wrong version");

        var audit = await fixture.ScalarAsync<string>(
            """
            select concat_ws('; ', action, actor_subject, organization_id, before ->> 'total', before ->> 'rate_card_version', after ->> 'total',
                after ->> 'rate_card_version', reason)
            from audit_entries where subject_type = 'job' and subject_id = $1
            """,
            job.ToString());
        audit.Should().Be($"job.repriced; {JobsFixture.Admin.Subject}; {fixture.Acme}; 0.469; 1; 0.499; 2; wrong version");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  no  ")]
    [InlineData("bell \a rings")]
    public async Task A_correction_needs_a_reason(string? reason)
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        var voided = await VoidAsync(job, 1, reason!);
        var repriced = await RepriceAsync(job, 1, 2, reason!);

        (RefusalOf(voided), RefusalOf(repriced)).Should().Be((CorrectionRefusal.ReasonInvalid, CorrectionRefusal.ReasonInvalid));
        (await EntriesAsync(job)).Should().HaveCount(1);
    }

    [Fact]
    public void A_reason_has_an_end()
    {
        CorrectionReason.ProblemWith(new string('x', 501)).Should().NotBeNull();
        CorrectionReason.ProblemWith(new string('x', 500)).Should().BeNull();
    }

    [Fact]
    public async Task A_held_job_is_not_corrected()
    {
        var brief = fixture.Brief();
        var job = await fixture.RecordAsync(brief with { Usage = brief.Usage with { Agent = "stranger" } });

        var voided = await VoidAsync(job, 0);
        var repriced = await RepriceAsync(job, 0, 2);

        (RefusalOf(voided), RefusalOf(repriced)).Should().Be((CorrectionRefusal.NotCharged, CorrectionRefusal.NotCharged));
    }

    [Fact]
    public async Task Voiding_twice_names_the_first_time()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await VoidAsync(job, 1, "counted twice");

        var again = (CorrectionOutcome.Refused)await VoidAsync(job, 2);

        again.Refusal.Should().Be(CorrectionRefusal.AlreadyVoided);
        again.Explanation.Should().Contain("voided this job on 2026-06-15 at 12:00 UTC").And.Contain("counted twice");
    }

    [Fact]
    public async Task A_version_that_lacks_the_price_is_refused_by_name()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        var refused = (CorrectionOutcome.Refused)await fixture.Get<RepriceJob>().PreviewAsync(JobsFixture.Admin, job, 3, CancellationToken.None);

        refused.Should().Be(new CorrectionOutcome.Refused(
            CorrectionRefusal.PriceMissing, "Version 3 has no price for route openai:gpt-4. Choose another version."));
    }

    [Theory]
    [InlineData(1, CorrectionRefusal.ChangesNothing)]
    [InlineData(99, CorrectionRefusal.PriceMissing)]
    public async Task Versions_that_make_no_sense_are_refused(int version, CorrectionRefusal refusal)
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        RefusalOf(await RepriceAsync(job, 1, version)).Should().Be(refusal);
    }

    [Fact]
    public async Task Only_admins_correct()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        Actor[] others = [JobsFixture.Finance, JobsFixture.MemberOf(fixture.Acme), new Actor.Machine(Guid.Empty, "x", MachineScopes.UsageWrite)];
        var request = new CorrectionRequest(job, 1, "not allowed");

        foreach (var other in others)
        {
            Func<Task>[] attempts =
            [
                () => fixture.Get<VoidJob>().PreviewAsync(other, job, CancellationToken.None),
                () => fixture.Get<VoidJob>().HandleAsync(other, request, CancellationToken.None),
                () => fixture.Get<RepriceJob>().PreviewAsync(other, job, 2, CancellationToken.None),
                () => fixture.Get<RepriceJob>().HandleAsync(other, request, 2, CancellationToken.None),
            ];

            foreach (var attempt in attempts)
                await attempt.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private static CorrectionRefusal RefusalOf(CorrectionOutcome outcome) => ((CorrectionOutcome.Refused)outcome).Refusal;

    private static async Task<CorrectionPreview> ReadyAsync(Task<CorrectionOutcome> outcome) => ((CorrectionOutcome.Ready)await outcome).Preview;

    private Task<CorrectionOutcome> VoidAsync(Guid job, int seenSeq, string reason = "for a test") =>
        fixture.Get<VoidJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, seenSeq, reason), CancellationToken.None);

    private Task<CorrectionOutcome> RepriceAsync(Guid job, int seenSeq, int version, string reason = "for a test") =>
        fixture.Get<RepriceJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, seenSeq, reason), version, CancellationToken.None);

    private Task<string> SumsAsync(Guid job) => fixture.ScalarAsync<string>(
        """
        select concat_ws(' ', trim_scale(sum(llm_fee)), trim_scale(sum(agent_fee)), trim_scale(sum(tools_fee)), trim_scale(sum(total)),
            trim_scale(sum(llm_cost)), trim_scale(sum(tools_cost)), trim_scale(sum(cost)))
        from ledger_entries where event_id = $1
        """,
        job);

    private async Task<IEnumerable<string>> EntriesAsync(Guid job) =>
        await fixture.ScalarAsync<string[]>(
            """
            select array_agg(seq || ' ' || kind || ' v' || rate_card_version || ' ' || trim_scale(total) order by seq)
            from ledger_entries where event_id = $1
            """,
            job);
}
