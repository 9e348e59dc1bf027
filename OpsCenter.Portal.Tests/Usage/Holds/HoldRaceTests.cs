using FluentAssertions;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Holds;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

/// <summary>Everything at once: each job ends in one way, is charged at most once, and the roll-ups say so.</summary>
public sealed class HoldRaceTests(HoldsFixture fixture) : IClassFixture<HoldsFixture>
{
    [Fact]
    public async Task Workers_of_several_instances_charge_each_job_once()
    {
        var route = fixture.NewRoute();
        var jobs = await RecordAsync(route, 600);
        await fixture.PublishAsync((route, 0.01m));

        await Task.WhenAll(fixture.PriceAsync(), fixture.PriceAsync(), fixture.PriceAsync());

        await ShouldBeChargedOnceAsync(jobs);
    }

    [Fact]
    public async Task Assigning_beside_the_worker_charges_each_job_once()
    {
        var route = fixture.NewRoute();
        var jobs = await RecordAsync(route, 120, "crm-race");
        await fixture.PublishAsync((route, 0.01m));
        var assign = fixture.Get<AssignHolds>();

        var outcomes = await Task.WhenAll(
            AssignAsync(jobs[..80], fixture.Acme), fixture.PriceAsync().ContinueWith(_ => (HoldOutcome?)null), AssignAsync(jobs[40..], fixture.Globex));

        outcomes.OfType<HoldOutcome.Done>().Should().ContainSingle("they share 40 jobs, and an act is all or nothing");
        outcomes.OfType<HoldOutcome.Refused>().Should().ContainSingle().Which.Refusal.Should().Be(HoldRefusal.ResolvedMeanwhile);
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where event_id = any($1)", jobs)).Should().Be(80);
        await RollupCheck.ShouldHoldAsync(fixture.Database);

        async Task<HoldOutcome?> AssignAsync(Guid[] some, Guid customer) => await assign.HandleAsync(
            JobsFixture.Admin, [.. some.Select(job => new SeenHold(job, null, null))], customer, CancellationToken.None);
    }

    [Fact]
    public async Task Writing_off_beside_the_worker_ends_each_job_in_one_way()
    {
        var route = fixture.NewRoute();
        var jobs = await RecordAsync(route, 300);
        await fixture.PublishAsync((route, 0.01m));
        var writeOff = fixture.Get<WriteOffHolds>();

        await Task.WhenAll(
            jobs.Chunk(30).Select(some => (Task)writeOff.HandleAsync(
                JobsFixture.Admin, [.. some.Select(job => new SeenHold(job, fixture.Acme, null))], "race", CancellationToken.None))
            .Append(fixture.PriceAsync()).Append(fixture.PriceAsync()));

        (await fixture.ScalarAsync<bool>(
            """
            select bool_and((h.state = 'priced') = exists (select from ledger_entries l where l.event_id = h.event_id) and h.state <> 'open')
            from holds h where event_id = any($1)
            """,
            jobs)).Should().BeTrue();
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task Publishing_beside_pricing_and_recording_leaves_no_hold_behind()
    {
        var route = fixture.NewRoute();
        var early = await RecordAsync(route, 50);

        var recording = RecordAsync(route, 50);
        await Task.WhenAll(fixture.PriceAsync(), fixture.PublishAsync((route, 0.01m)), fixture.PriceAsync(), fixture.PublishAsync(), recording);
        await fixture.PriceAsync();

        (await fixture.ScalarAsync<long>("select count(*) from holds where event_id = any($1) and state <> 'priced'", early.Concat(await recording).ToArray()))
            .Should().Be(0);
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    private Task<Guid[]> RecordAsync(string route, int count, string? customer = null) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => fixture.RecordAsync(route, customer, TimeSpan.FromMinutes(i))));

    private async Task ShouldBeChargedOnceAsync(Guid[] jobs)
    {
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where event_id = any($1) and kind = 'charge'", jobs)).Should().Be(jobs.Length);
        (await fixture.ScalarAsync<long>("select count(*) from holds where event_id = any($1) and state = 'priced'", jobs)).Should().Be(jobs.Length);
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }
}
