using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class RecordUsageTests(RecordingFixture fixture) : IClassFixture<RecordingFixture>
{
    [Fact]
    public async Task The_briefs_job_costs_0_469_and_stands_in_the_ledger()
    {
        var outcome = await fixture.RecordAsync(Reports.Brief(fixture.CustomerId.ToString()).ToJsonString());

        var recorded = outcome.Should().BeOfType<RecordUsageOutcome.Recorded>().Subject;
        recorded.Replayed.Should().BeFalse();
        recorded.Job.RateCardVersion.Should().Be(1);
        recorded.Job.Fees.Should().Be(new RecordedFees(0.375m, 0.064m, 0.03m, 0.469m));
        (await fixture.ScalarAsync<string>(
            "select concat_ws(' ', kind, total, cost, usage_period, posting_period) from ledger_entries where event_id = $1", recorded.Job.EventId))
            .Should().Be("charge 0.469000000000 0.315000000000 2026-06-01 2026-06-01");
    }

    [Fact]
    public async Task A_hundred_equal_reports_at_once_make_one_job_and_one_answer()
    {
        var json = Reports.BriefWith("job_id", "\"at-once\"", fixture.CustomerId.ToString());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => fixture.RecordAsync(json)));

        var recorded = outcomes.Should().AllBeOfType<RecordUsageOutcome.Recorded>().Subject.ToList();
        recorded.Count(r => !r.Replayed).Should().Be(1);
        recorded.Select(r => r.Job).Distinct().Should().ContainSingle();
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where event_id = $1", recorded[0].Job.EventId)).Should().Be(1);
    }

    [Fact]
    public async Task Another_job_with_the_same_key_is_a_conflict_and_changes_nothing()
    {
        var first = await fixture.RecordAsync(Reports.BriefWith("job_id", "\"taken\"", fixture.CustomerId.ToString()));
        var other = Reports.Brief(fixture.CustomerId.ToString());
        other["job_id"] = "taken";
        other["input_tokens"] = 7000;

        var outcome = await fixture.RecordAsync(other.ToJsonString());

        outcome.Should().BeOfType<RecordUsageOutcome.Conflict>();
        var eventId = ((RecordUsageOutcome.Recorded)first).Job.EventId;
        (await fixture.ScalarAsync<long>("select input_tokens from usage_events where event_id = $1", eventId)).Should().Be(6000);
        (await fixture.ScalarAsync<long>("select count(*) from usage_events where job_id = 'taken'")).Should().Be(1);
    }

    [Fact]
    public async Task The_same_key_of_two_sources_names_two_jobs()
    {
        var json = Reports.BriefWith("job_id", "\"shared\"", fixture.CustomerId.ToString());

        var one = await fixture.RecordAsync(json, "one");
        var two = await fixture.RecordAsync(json, "two");

        ((RecordUsageOutcome.Recorded)two).Replayed.Should().BeFalse();
        ((RecordUsageOutcome.Recorded)two).Job.EventId.Should().NotBe(((RecordUsageOutcome.Recorded)one).Job.EventId);
    }

    [Fact]
    public async Task Reports_without_a_key_are_jobs_of_their_own()
    {
        var json = Reports.Brief(fixture.CustomerId.ToString()).ToJsonString();

        var one = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(json);
        var two = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(json);

        two.Job.EventId.Should().NotBe(one.Job.EventId);
    }

    [Fact]
    public async Task A_job_is_held_with_everything_that_is_missing_and_stays_so_in_its_first_answer()
    {
        var json = Reports.Brief("nobody");
        json["job_id"] = "held";
        json["route_used"] = "openai:gpt-9";
        json["agent_name"] = "stranger";

        var first = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(json.ToJsonString());
        var again = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(json.ToJsonString());

        first.Job.Fees.Should().BeNull();
        first.Job.HoldReason.Should().Be(HoldReason.UnknownRoute);
        again.Should().Be(new RecordUsageOutcome.Recorded(first.Job, Replayed: true));
        (await fixture.ScalarAsync<string>(
            "select string_agg(c ->> 'reason' || ' ' || (c ->> 'subject'), ', ') from holds, jsonb_array_elements(causes) c where event_id = $1",
            first.Job.EventId)).Should().Be("unknown_route openai:gpt-9, unknown_agent stranger, unknown_customer nobody");
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where event_id = $1", first.Job.EventId)).Should().Be(0);
    }

    [Fact]
    public async Task A_job_of_an_unknown_customer_is_held_with_its_full_price_as_exposure()
    {
        var outcome = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(Reports.Brief("nobody").ToJsonString());

        outcome.Job.HoldReason.Should().Be(HoldReason.UnknownCustomer);
        (await fixture.ScalarAsync<decimal>("select exposure from holds where event_id = $1", outcome.Job.EventId)).Should().Be(0.469m);
    }

    [Fact]
    public async Task A_job_of_a_month_without_a_partition_is_kept()
    {
        var sent = Reports.Valid(Reports.Brief(fixture.CustomerId.ToString()).ToJsonString());
        var report = sent with { OccurredAt = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero) };

        var outcome = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(RecordingFixture.MachineOf("brigade"), report);

        (await fixture.ScalarAsync<string>("select tableoid::regclass::text from usage_events where event_id = $1", outcome.Job.EventId))
            .Should().Be("usage_events_default");
    }

    [Fact]
    public async Task A_month_whose_jobs_came_before_its_partition_does_not_stop_the_next_ones()
    {
        var moment = new DateTimeOffset(2041, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var report = Reports.Valid(Reports.Brief(fixture.CustomerId.ToString()).ToJsonString()) with { OccurredAt = moment };
        await fixture.RecordAsync(RecordingFixture.MachineOf("brigade"), report);

        await UsagePartitions.EnsureAsync(fixture.Database, moment, CancellationToken.None);

        (await fixture.ScalarAsync<string>("select coalesce(to_regclass('usage_events_2041_05')::text, 'none')")).Should().Be("none");
        (await fixture.ScalarAsync<string>("select to_regclass('usage_events_2041_06')::text")).Should().Be("usage_events_2041_06");
    }

    [Fact]
    public async Task Only_a_machine_with_the_scope_or_the_system_may_report()
    {
        var report = Reports.Valid(Reports.Brief().ToJsonString());
        var reader = new Actor.Machine(Guid.CreateVersion7(Reports.Now), "brigade", MachineScopes.RateCardRead);
        var admin = new Actor.User(Guid.CreateVersion7(Reports.Now), PlatformRole.Admin, null, null);

        await FluentActions.Awaiting(() => fixture.RecordAsync(reader, report)).Should().ThrowAsync<AccessDeniedException>();
        await FluentActions.Awaiting(() => fixture.RecordAsync(admin, report)).Should().ThrowAsync<AccessDeniedException>();
    }
}
