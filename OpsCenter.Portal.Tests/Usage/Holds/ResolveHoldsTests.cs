using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Holds;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

public sealed class ResolveHoldsTests(HoldsFixture fixture) : IClassFixture<HoldsFixture>, IAsyncLifetime
{
    private static readonly Actor.User Admin = JobsFixture.Admin;

    private AssignHolds Assign => fixture.Get<AssignHolds>();

    private ApproveHoldPrices Approve => fixture.Get<ApproveHoldPrices>();

    private WriteOffHolds WriteOff => fixture.Get<WriteOffHolds>();

    public Task InitializeAsync() => Task.CompletedTask;

    // Whatever a test did, the roll-ups say the same as events, holds and ledger.
    public Task DisposeAsync() => RollupCheck.ShouldHoldAsync(fixture.Database);

    [Fact]
    public async Task An_approved_proposal_is_charged_as_it_was_seen()
    {
        var (job, version) = await ProposedAsync();
        var preview = await ReadyAsync(Approve.PreviewAsync(Admin, [job], CancellationToken.None));

        var done = await DoneAsync(Approve.HandleAsync(Admin, preview.Seen, CancellationToken.None));

        (done.Priced, done.PricedTotal).Should().Be((1, new Money(0.038m, Currency.Usd)));
        done.Should().Be(preview.Effect);
        (await fixture.StateAsync(job)).Should().Be($"priced, charged v{version} 0.038");
    }

    [Fact]
    public async Task Without_a_proposal_there_is_nothing_to_approve()
    {
        var job = await fixture.RecordAsync(fixture.NewRoute());

        (await RefusalAsync(Approve.PreviewAsync(Admin, [job], CancellationToken.None))).Should().Be(HoldRefusal.NothingProposed);
    }

    [Fact]
    public async Task Another_total_than_the_operator_saw_is_not_approved()
    {
        var (job, version) = await ProposedAsync();
        var seen = new SeenHold(job, fixture.Acme, new HoldProposal(version, new Money(0.037m, Currency.Usd)));

        (await RefusalAsync(Approve.HandleAsync(Admin, [seen], CancellationToken.None))).Should().Be(HoldRefusal.ChangedMeanwhile);
        (await fixture.StateAsync(job)).Should().StartWith("open");
    }

    [Fact]
    public async Task An_assigned_job_whose_price_is_known_is_charged_in_the_same_act()
    {
        var job = await fixture.RecordAsync("openai:gpt-4", customer: "crm-1");

        var done = await AssignAsync([job], fixture.Globex);

        // 0.03 × 1.25 for the model, 0.008 for the agent, 0.02 for the tool.
        (done.Priced, done.PricedTotal.Amount).Should().Be((1, 0.0655m));
        (await fixture.ScalarAsync<Guid>("select organization_id from ledger_entries where event_id = $1", job)).Should().Be(fixture.Globex);
    }

    [Fact]
    public async Task However_old_a_job_is_its_own_version_is_no_surprise()
    {
        var job = await fixture.RecordAsync("openai:gpt-4", customer: "crm-2", age: TimeSpan.FromDays(60));

        (await AssignAsync([job], fixture.Acme)).Priced.Should().Be(1);
    }

    [Fact]
    public async Task An_old_job_that_a_later_version_prices_waits_for_approval_after_it_was_assigned()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route, customer: "crm-3", age: TimeSpan.FromDays(60));
        var version = await fixture.PublishAsync((route, 0.01m));
        await fixture.PriceAsync();

        var done = await AssignAsync([job], fixture.Acme);

        (done.Priced, done.Proposed, done.Waiting).Should().Be((0, 1, 0));
        (await fixture.StateAsync(job)).Should().Be($"open, proposed v{version} 0.038");
    }

    [Fact]
    public async Task An_assigned_job_without_a_price_goes_on_waiting_and_is_priced_for_its_customer()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route, customer: "crm-4");
        var done = await AssignAsync([job], fixture.Globex);
        await RollupCheck.ShouldHoldAsync(fixture.Database);
        await fixture.PublishAsync((route, 0.01m));

        await fixture.PriceAsync();

        (done.Priced, done.Waiting).Should().Be((0, 1));
        (await fixture.StateAsync(job)).Should().StartWith("priced");
        (await fixture.ScalarAsync<Guid>("select organization_id from ledger_entries where event_id = $1", job)).Should().Be(fixture.Globex);
    }

    [Fact]
    public async Task A_job_that_waits_can_be_given_to_another_customer()
    {
        var job = await fixture.RecordAsync(fixture.NewRoute(), customer: "crm-5");
        await AssignAsync([job], fixture.Globex);

        await AssignAsync([job], fixture.Acme);

        (await fixture.ScalarAsync<Guid>("select organization_id from holds where event_id = $1", job)).Should().Be(fixture.Acme);
    }

    [Fact]
    public async Task All_jobs_of_one_reported_customer_are_assigned_together()
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => fixture.RecordAsync("openai:gpt-4", customer: "crm-6")));
        await fixture.RecordAsync("openai:gpt-4", customer: "crm-60");

        var preview = await ReadyAsync(Assign.PreviewAllOfAsync(Admin, "crm-6", fixture.Acme, CancellationToken.None));
        await DoneAsync(Assign.HandleAsync(Admin, preview.Seen, fixture.Acme, CancellationToken.None));

        preview.Seen.Select(hold => hold.EventId).Should().BeEquivalentTo(jobs);
        (preview.Effect.Jobs, preview.Effect.Priced, preview.More).Should().Be((14, 14, 0));
        (await fixture.ScalarAsync<long>("select count(*) from holds where customer_ref = 'crm-6' and state = 'priced'")).Should().Be(14);
    }

    [Fact]
    public async Task What_the_report_says_about_the_customer_is_not_changed()
    {
        var job = await fixture.RecordAsync(fixture.NewRoute());

        (await RefusalAsync(Assign.PreviewAsync(Admin, [job], fixture.Globex, CancellationToken.None))).Should().Be(HoldRefusal.OwnedByReport);
    }

    [Fact]
    public async Task Nobody_gets_the_jobs_of_a_customer_that_is_not_there()
    {
        var job = await fixture.RecordAsync(fixture.NewRoute(), customer: "crm-7");

        (await RefusalAsync(Assign.PreviewAsync(Admin, [job], Guid.CreateVersion7(HoldsFixture.Start), CancellationToken.None))).Should().Be(HoldRefusal.NoSuchCustomer);
    }

    [Fact]
    public async Task A_written_off_job_is_never_charged_and_keeps_its_reason()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);

        var done = await WriteOffAsync([job], "  a test of ours  ");
        await fixture.PublishAsync((route, 0.01m));
        await fixture.PriceAsync();

        (done.Jobs, done.Exposure.IsNegative).Should().Be((1, false));
        (await fixture.StateAsync(job)).Should().Be("written_off");
        (await fixture.ScalarAsync<string>("select resolution || '|' || resolved_by from holds where event_id = $1", job)).Should().Be($"a test of ours|{Admin.Subject}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" x ")]
    public async Task Writing_off_needs_a_reason(string reason)
    {
        var job = await fixture.RecordAsync(fixture.NewRoute());

        (await RefusalAsync(WriteOff.HandleAsync(Admin, [new SeenHold(job, fixture.Acme, null)], reason, CancellationToken.None))).Should().Be(HoldRefusal.ReasonInvalid);
        (await fixture.StateAsync(job)).Should().Be("open");
    }

    [Fact]
    public async Task Of_a_selection_all_are_resolved_or_none()
    {
        var (first, second) = (await fixture.RecordAsync(fixture.NewRoute()), await fixture.RecordAsync(fixture.NewRoute()));
        var preview = await ReadyAsync(WriteOff.PreviewAsync(Admin, [first, second], CancellationToken.None));
        await WriteOffAsync([second], "by a colleague");

        var late = (HoldOutcome.Refused)await WriteOff.HandleAsync(Admin, preview.Seen, "too late", CancellationToken.None);

        late.Refusal.Should().Be(HoldRefusal.ResolvedMeanwhile);
        late.Explanation.Should().StartWith("1 of the 2 jobs was already written off by a former operator on 2026-06-15");
        (await fixture.StateAsync(first)).Should().Be("open");
    }

    [Fact]
    public async Task Who_comes_after_the_portal_is_told_that_it_priced_the_job()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        var preview = await ReadyAsync(WriteOff.PreviewAsync(Admin, [job], CancellationToken.None));
        await fixture.PublishAsync((route, 0.01m));
        await fixture.PriceAsync();

        var late = (HoldOutcome.Refused)await WriteOff.HandleAsync(Admin, preview.Seen, "too late", CancellationToken.None);

        late.Explanation.Should().StartWith("This job was already priced by Ops-Center");
    }

    [Fact]
    public async Task One_act_takes_500_jobs()
    {
        var seen = Enumerable.Range(0, HoldDesk.MaxHolds + 1).Select(_ => new SeenHold(Guid.CreateVersion7(HoldsFixture.Start), null, null)).ToList();

        (await RefusalAsync(WriteOff.HandleAsync(Admin, seen, "too many", CancellationToken.None))).Should().Be(HoldRefusal.TooMany);
        (await RefusalAsync(WriteOff.HandleAsync(Admin, [], "none", CancellationToken.None))).Should().Be(HoldRefusal.NotFound);
        (await RefusalAsync(WriteOff.HandleAsync(Admin, seen[..1], "a stranger", CancellationToken.None))).Should().Be(HoldRefusal.NotFound);
    }

    [Fact]
    public async Task Each_job_has_an_audit_row_with_what_was_and_what_became()
    {
        var job = await fixture.RecordAsync("openai:gpt-4", customer: "crm-8");

        await AssignAsync([job], fixture.Globex);

        (await fixture.ScalarAsync<string>(
            """
            select concat_ws(' ', action, actor_subject, organization_id, before ->> 'state', after -> 'hold' ->> 'state', after -> 'charge' ->> 'total')
            from audit_entries where subject_type = 'job' and subject_id = $1
            """,
            job.ToString())).Should().Be($"hold.assigned {Admin.Subject} {fixture.Globex} open priced 0.0655");
    }

    [Fact]
    public async Task Only_platform_admins_resolve_holds()
    {
        Func<Task>[] attempts =
        [
            () => Approve.PreviewAsync(JobsFixture.Finance, [], CancellationToken.None),
            () => Approve.HandleAsync(JobsFixture.Finance, [], CancellationToken.None),
            () => Assign.PreviewAsync(JobsFixture.Finance, [], fixture.Acme, CancellationToken.None),
            () => Assign.PreviewAllOfAsync(JobsFixture.Finance, "x", fixture.Acme, CancellationToken.None),
            () => Assign.HandleAsync(JobsFixture.Finance, [], fixture.Acme, CancellationToken.None),
            () => WriteOff.PreviewAsync(JobsFixture.Finance, [], CancellationToken.None),
            () => WriteOff.HandleAsync(JobsFixture.Finance, [], "no", CancellationToken.None),
        ];

        foreach (var attempt in attempts)
            await attempt.Should().ThrowAsync<AccessDeniedException>();
    }

    private async Task<(Guid Job, int Version)> ProposedAsync()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route, age: TimeSpan.FromDays(40));
        var version = await fixture.PublishAsync((route, 0.01m));
        await fixture.PriceAsync();

        return (job, version);
    }

    private async Task<HoldEffect> AssignAsync(Guid[] jobs, Guid customer)
    {
        var preview = await ReadyAsync(Assign.PreviewAsync(Admin, jobs, customer, CancellationToken.None));

        return await DoneAsync(Assign.HandleAsync(Admin, preview.Seen, customer, CancellationToken.None));
    }

    private async Task<HoldEffect> WriteOffAsync(Guid[] jobs, string reason)
    {
        var preview = await ReadyAsync(WriteOff.PreviewAsync(Admin, jobs, CancellationToken.None));

        return await DoneAsync(WriteOff.HandleAsync(Admin, preview.Seen, reason, CancellationToken.None));
    }

    private static async Task<HoldPreview> ReadyAsync(Task<HoldOutcome> outcome) => ((HoldOutcome.Ready)await outcome).Preview;

    private static async Task<HoldEffect> DoneAsync(Task<HoldOutcome> outcome) => ((HoldOutcome.Done)await outcome).Effect;

    private static async Task<HoldRefusal> RefusalAsync(Task<HoldOutcome> outcome) => ((HoldOutcome.Refused)await outcome).Refusal;
}
