using FluentAssertions;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Corrections;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

/// <summary>Versions that wait for their time, or were called off, price no hold and no job.</summary>
public sealed class ScheduledPriceTests : IAsyncLifetime
{
    private readonly HoldsFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_hold_waits_for_a_scheduled_price_and_gets_it_when_its_time_has_come()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        var scheduled = await fixture.ScheduleAsync(route, 0.01m);

        await fixture.PriceAsync();
        var before = await fixture.StateAsync(job);
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        await fixture.PriceAsync();

        before.Should().Be("open");
        (await fixture.StateAsync(job)).Should().Be($"priced, charged v{scheduled} 0.038");
    }

    [Fact]
    public async Task A_version_that_was_called_off_prices_no_hold_even_after_its_time()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        var cancelled = await fixture.ScheduleAsync(route, 0.01m);
        await fixture.ExecuteAsync(
            "update rate_card_versions set cancelled_at = effective_from - interval '1 hour', cancelled_by = 'test' where version = $1", cancelled);

        fixture.Clock.Advance(TimeSpan.FromDays(2));
        await fixture.PublishAsync();
        await fixture.PriceAsync();

        (await fixture.StateAsync(job)).Should().Be("open");
    }

    [Fact]
    public async Task A_job_cannot_be_priced_again_with_a_version_that_is_not_in_force_yet()
    {
        var job = await fixture.RecordAsync("openai:gpt-4");
        var scheduled = await fixture.ScheduleAsync(fixture.NewRoute(), 0.01m);

        var outcome = await fixture.Get<RepriceJob>().PreviewAsync(JobsFixture.Admin, job, scheduled, CancellationToken.None);

        outcome.Should().BeOfType<CorrectionOutcome.Refused>().Which.Refusal.Should().Be(CorrectionRefusal.PriceMissing);
    }

    [Theory]
    [InlineData(-1, 60, 1)] // a microsecond before the boundary, reported a minute after it
    [InlineData(0, 60, 2)]
    [InlineData(0, 0, 2)]
    [InlineData(60_000_000, -60, 1)] // a fast clock reports from the future: the price of the arrival counts
    public async Task At_the_boundary_each_job_is_priced_by_the_version_of_its_own_time(long microsecondsAfter, int arrivesSecondsAfter, int version)
    {
        await fixture.ScheduleAsync(fixture.NewRoute(), 0.01m);
        var boundary = fixture.Clock.GetUtcNow().AddDays(1);
        fixture.Clock.SetUtcNow(boundary.AddSeconds(arrivesSecondsAfter));

        var job = await fixture.RecordAsync("openai:gpt-4", age: fixture.Clock.GetUtcNow() - boundary.AddMicroseconds(microsecondsAfter));

        (await fixture.ScalarAsync<int>("select rate_card_version from ledger_entries where event_id = $1", job)).Should().Be(version);
    }

    [Fact]
    public async Task After_its_time_a_version_that_was_called_off_prices_no_job()
    {
        var cancelled = await fixture.ScheduleAsync(fixture.NewRoute(), 0.01m);
        await fixture.ExecuteAsync(
            "update rate_card_versions set cancelled_at = effective_from - interval '1 hour', cancelled_by = 'test' where version = $1", cancelled);
        fixture.Clock.Advance(TimeSpan.FromDays(2));

        var job = await fixture.RecordAsync("openai:gpt-4");

        (await fixture.ScalarAsync<int>("select rate_card_version from ledger_entries where event_id = $1", job)).Should().Be(1);
    }
}
