using FluentAssertions;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>What many reports in one transaction must not change, and what it adds.</summary>
public sealed class GroupCommitTests(RecordingFixture fixture) : IClassFixture<RecordingFixture>
{
    [Fact]
    public async Task Roll_ups_are_what_the_ledger_makes_of_them()
    {
        await fixture.RecordAllAsync(
            Report("sum-1"),
            Report("sum-2", ("status", "\"failed\""), ("member_id", "\"m\"")),
            Report("sum-3", ("byok_used", "true"), ("occurred_at", "\"2026-06-14T23:59:59.999999Z\"")),
            Report("sum-4", ("route_used", "\"openai:unknown\"")),
            Report("sum-5", ("customer_id", "\"nobody\""), ("tools_used", """[{"tool":"image.process","units":2.5}]""")),
            Report("sum-6", ("agent_name", "\"nobody\""), ("tools_used", """[{"tool":"web.search","units":1},{"tool":"web.search","units":2}]""")),
            Report("sum-7", ("provider_cost", "\"0.2\""), ("occurred_at", "\"2026-06-15T12:04:59Z\"")));

        await RollupCheck.ShouldHoldAsync(fixture.Database);
        (await fixture.ScalarAsync<decimal>("select sum(llm_fee + agent_fee + tools_fee) from hourly_rollups"))
            .Should().Be(await fixture.ScalarAsync<decimal>("select sum(total) from ledger_entries"));
    }

    [Fact]
    public async Task A_repetition_in_the_same_group_gets_the_answer_of_the_first()
    {
        var outcomes = await fixture.RecordAllAsync(Report("same"), Report("other"), Report("same"), Report("same", ("input_tokens", "1")));

        var first = outcomes[0].Should().BeOfType<RecordUsageOutcome.Recorded>().Subject;
        outcomes[2].Should().Be(first with { Replayed = true });
        outcomes[3].Should().BeOfType<RecordUsageOutcome.Conflict>();
        (await fixture.ScalarAsync<long>("select count(*) from usage_events where job_id = 'same'")).Should().Be(1);
    }

    [Fact]
    public async Task A_replay_among_new_jobs_is_found_and_counted_once()
    {
        var first = (await fixture.RecordAllAsync(Report("early")))[0];

        var outcomes = await fixture.RecordAllAsync(Report("late"), Report("early"), Report("early", ("output_tokens", "9")));

        outcomes[0].Should().BeOfType<RecordUsageOutcome.Recorded>().Which.Replayed.Should().BeFalse();
        outcomes[1].Should().Be((RecordUsageOutcome.Recorded)first with { Replayed = true });
        outcomes[2].Should().BeOfType<RecordUsageOutcome.Conflict>();
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task A_job_out_of_time_is_refused_by_itself_and_leaves_its_key_free()
    {
        const string Ahead = "\"2026-06-15T12:30:00Z\"";

        var outcomes = await fixture.RecordAllAsync(
            Report("ahead", ("occurred_at", Ahead)), Report("in time"), Report("in time", ("occurred_at", Ahead)));
        var later = await fixture.RecordAllAsync(Report("ahead"));

        outcomes[0].Should().BeOfType<RecordUsageOutcome.OutOfTime>();
        outcomes[1].Should().BeOfType<RecordUsageOutcome.Recorded>();
        outcomes[2].Should().BeOfType<RecordUsageOutcome.Conflict>();
        later[0].Should().BeOfType<RecordUsageOutcome.Recorded>().Which.Replayed.Should().BeFalse();
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task A_job_the_database_refuses_stands_alone_and_its_neighbours_are_stored()
    {
        await fixture.ExecuteAsync(
            """
            create function poison() returns trigger language plpgsql as $$
            begin raise exception 'poison' using errcode = 'data_exception'; end $$;
            create trigger poison before insert on usage_events for each row when (new.job_id like 'poison-%') execute function poison()
            """);
        string[] ids = [.. Enumerable.Range(0, 33).Select(n => n is 7 or 20 ? $"poison-{n}" : $"healthy-{n}")];

        var outcomes = await fixture.RecordAllAsync([.. ids.Select(id => Report(id))]);

        outcomes.Select((outcome, n) => (outcome is RecordUsageOutcome.Failed, n)).Where(o => o.Item1).Select(o => o.n).Should().Equal(7, 20);
        outcomes.OfType<RecordUsageOutcome.Recorded>().Should().HaveCount(31).And.OnlyContain(r => !r.Replayed);
        (await fixture.ScalarAsync<long>("select count(*) from usage_events where job_id like 'healthy-%'")).Should().Be(31);
        (await fixture.ScalarAsync<long>("select count(*) from usage_keys where job_id like 'poison-%'")).Should().Be(0, "a corrected report may use the key");
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task Jobs_of_one_group_are_priced_with_the_version_of_their_own_time()
    {
        await fixture.ExecuteAsync(
            """
            insert into agent_pricing (version, id, agent_name, display_name, description, agent_rate_per_1k, min_agent_fee, failure_policy, active)
            select 2, gen_random_uuid(), agent_name, display_name, description, 0.016, 0, failure_policy, active from agent_pricing where agent_name = 'research_pro';
            insert into rate_card_versions (version, currency, default_agent_rate_per_1k, effective_from, published_at, published_by, note, base_version)
            values (2, 'USD', 0.005, '2026-06-15T11:00:00Z', '2026-06-15T11:00:00Z', 'test', 'dearer', 1)
            """);

        var outcomes = await fixture.RecordAllAsync(
            Report("v-1", ("byok_used", "true"), ("tools_used", "[]"), ("occurred_at", "\"2026-06-15T10:59:59.999999Z\"")),
            Report("v-2", ("byok_used", "true"), ("tools_used", "[]"), ("occurred_at", "\"2026-06-15T11:00:00Z\"")));

        outcomes.Cast<RecordUsageOutcome.Recorded>().Select(r => (r.Job.RateCardVersion, r.Job.Fees?.Total)).Should().Equal((1, 0.064m), (2, 0.128m));
    }

    private string Report(string jobId, params (string Field, string Json)[] changes)
    {
        var report = Reports.Brief(fixture.CustomerId.ToString());
        report["job_id"] = jobId;

        foreach (var (field, json) in changes)
        {
            report[field] = System.Text.Json.Nodes.JsonNode.Parse(json);
        }

        return report.ToJsonString();
    }
}
