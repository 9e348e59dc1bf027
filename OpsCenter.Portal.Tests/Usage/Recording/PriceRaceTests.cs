using FluentAssertions;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class PriceRaceTests(RecordingFixture fixture) : IClassFixture<RecordingFixture>
{
    [Fact]
    public async Task A_job_waits_for_a_publisher_and_is_priced_with_what_it_published()
    {
        await using var connection = await fixture.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync(RateCardGate.Close);

        var recording = fixture.RecordAsync(Reports.Brief(fixture.CustomerId.ToString()).ToJsonString());
        await WaitUntilBlockedOrDoneAsync();
        await RunAsync(
            """
            insert into rate_card_versions (version, currency, default_agent_rate_per_1k, effective_from, published_at, published_by, note, base_version)
            values (2, 'USD', 0.005, '2026-06-15T11:59:59Z', '2026-06-15T11:59:59Z', 'test', 'empty', 1)
            """);
        await transaction.CommitAsync();

        var outcome = (RecordUsageOutcome.Recorded)await recording;
        outcome.Job.RateCardVersion.Should().Be(2);
        outcome.Job.HoldReason.Should().NotBeNull("version 2 has no rows");

        async Task RunAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        async Task WaitUntilBlockedOrDoneAsync()
        {
            while (!recording.IsCompleted && await fixture.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0)
            {
                await Task.Yield();
            }
        }
    }
}
