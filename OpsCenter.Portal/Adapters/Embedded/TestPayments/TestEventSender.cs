using System.Text;
using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Posts the news of the test gateway to the portal's own webhook, really signed and over HTTP, once the portal listens and until it is taken.</summary>
internal sealed partial class TestEventSender(
    NpgsqlDataSource database, TestEventPost post, TestEventBell bell, IHostApplicationLifetime life, TimeProvider clock, ILogger<TestEventSender> logger)
    : BackgroundService
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const string Claim =
        """
        update test_gateway_events set due_at = $2, attempts = attempts + 1
        where id = any(array(
            select id from test_gateway_events where delivered_at is null and due_at <= $1 order by due_at limit $3 for update skip locked))
        returning id, payload, attempts
        """;

    /// <summary>Delivers what is due.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, payload, tries) in await ClaimAsync(cancellationToken))
        {
            var taken = await post.TryPostAsync(Encoding.UTF8.GetBytes(payload), cancellationToken);
            await SettleAsync(id, tries, taken, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var waiting = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverAsync(stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                LogAway(failure.Message);
            }

            await bell.WaitAsync(Pause, clock, stoppingToken);
        }
    }

    private async Task<List<(string Id, string Payload, int Tries)>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Claim);
        command.Parameters.AddAll(now.UtcDateTime, (now + Lease).UtcDateTime, MostAtOnce);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<(string, string, int)>();

        while (await reader.ReadAsync(cancellationToken))
            claimed.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));

        return claimed;
    }

    private async Task SettleAsync(string id, int tries, bool taken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(taken
            ? "update test_gateway_events set delivered_at = $2 where id = $1"
            : "update test_gateway_events set due_at = $2 where id = $1");
        command.Parameters.AddAll(id, (taken ? now : now + RetryPauses.After(tries, 0)).UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(2211, LogLevel.Warning, "News of the test gateway waits, the database does not answer: {Reason}")]
    private partial void LogAway(string reason);
}
