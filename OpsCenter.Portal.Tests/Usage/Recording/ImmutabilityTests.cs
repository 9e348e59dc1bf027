using FluentAssertions;
using Npgsql;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class ImmutabilityTests(RecordingFixture fixture) : IClassFixture<RecordingFixture>
{
    [Theory]
    [InlineData("update usage_events set input_tokens = 1")]
    [InlineData("delete from usage_events")]
    [InlineData("truncate usage_events")]
    [InlineData("truncate usage_events_2026_06")]
    [InlineData("truncate usage_events_default")]
    [InlineData("update ledger_entries set llm_fee = 0, total = agent_fee + tools_fee")]
    [InlineData("delete from ledger_entries")]
    [InlineData("truncate ledger_entries")]
    [InlineData("update usage_keys set content_hash = sha256('x')")]
    [InlineData("delete from usage_keys")]
    [InlineData("update audit_entries set reason = 'x'")]
    [InlineData("delete from audit_entries")]
    [InlineData("truncate audit_entries cascade")]
    [InlineData("update audit_seals set hash = sha256('x')")]
    [InlineData("delete from audit_seals")]
    [InlineData("truncate audit_seals")]
    [InlineData("truncate credits")]
    [InlineData("truncate rate_card_replays")]
    [InlineData("delete from rate_card_versions")]
    [InlineData("update pricing_rules set input_cost_per_1k = 0")]
    [InlineData("delete from pricing_rules")]
    [InlineData("update agent_pricing set agent_rate_per_1k = 0")]
    [InlineData("delete from agent_pricing")]
    [InlineData("update tool_pricing set unit_price = 0")]
    [InlineData("delete from tool_pricing")]
    [InlineData("delete from holds")]
    [InlineData("truncate holds")]
    [InlineData("delete from organizations")]
    [InlineData("truncate organizations cascade")]
    [InlineData("update organizations set id = gen_random_uuid()")]
    public async Task What_must_never_change_is_refused_by_the_database(string statement)
    {
        await fixture.RecordAsync(Reports.BriefWith("job_id", $"\"{Guid.CreateVersion7(Reports.Now)}\"", fixture.CustomerId.ToString()));
        await fixture.RecordAsync(Reports.Brief("nobody").ToJsonString());
        await fixture.ExecuteAsync(
            """
            insert into audit_seals (seq, audit_id, hash, sealed_at)
            select 1, id, sha256('first'), at from audit_entries order by id limit 1 on conflict do nothing
            """);

        var change = () => fixture.ExecuteAsync(statement);

        (await change.Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().Contain("is insert-only");
    }

    [Theory]
    [InlineData("insert into pricing_rules (version, id, provider, model_name, route_class, input_cost_per_1k, output_cost_per_1k, markup_percent, byok_enabled, active) values (1, gen_random_uuid(), 'p', 'm', 'house', 1, 1, 1, true, true)", "is published")]
    [InlineData("insert into rate_card_versions values (3, 'USD', 0, now(), now(), 'x', 'gap', 1)", "does not follow")]
    [InlineData("insert into rate_card_versions values (2, 'USD', 0, now() - interval '1 day', now(), 'x', 'past', 1)", "is backdated")]
    public async Task A_published_card_takes_no_rows_and_versions_keep_their_order(string statement, string reason)
    {
        var change = () => fixture.ExecuteAsync(statement);

        (await change.Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().Contain(reason);
    }

    [Fact]
    public async Task A_charge_is_reversed_at_most_once_and_never_by_a_gain()
    {
        var outcome = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(Reports.Brief(fixture.CustomerId.ToString()).ToJsonString());
        const string Reverse =
            """
            insert into ledger_entries
            select event_id, $2, 'reversal', organization_id, rate_card_version, currency, $3 * llm_fee, $3 * agent_fee, $3 * tools_fee, $3 * total,
                $3 * llm_cost, $3 * tools_cost, $3 * cost, usage_period, posting_period, occurred_at, posted_at, posted_by, 1, 'test'
            from ledger_entries where event_id = $1 and seq = 1
            """;

        var gain = () => fixture.ExecuteAsync(Reverse, outcome.Job.EventId, 2, 1m);
        var again = () => fixture.ExecuteAsync(Reverse, outcome.Job.EventId, 3, -1m);

        await gain.Should().ThrowAsync<PostgresException>();
        await fixture.ExecuteAsync(Reverse, outcome.Job.EventId, 2, -1m);
        (await again.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.UniqueViolation);
    }

    [Fact]
    public async Task A_reversal_must_name_a_charge()
    {
        var outcome = (RecordUsageOutcome.Recorded)await fixture.RecordAsync(Reports.Brief(fixture.CustomerId.ToString()).ToJsonString());
        const string Reverse =
            """
            insert into ledger_entries
            select $2, 2, 'reversal', organization_id, rate_card_version, currency, 0, 0, 0, 0, 0, 0, 0, usage_period, posting_period, occurred_at,
                posted_at, posted_by, 1, 'test'
            from ledger_entries where event_id = $1 and seq = 1
            """;

        var ofNothing = () => fixture.ExecuteAsync(Reverse, outcome.Job.EventId, Guid.CreateVersion7(Reports.Now));

        (await ofNothing.Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().Contain("reverses no charge");
    }
}
