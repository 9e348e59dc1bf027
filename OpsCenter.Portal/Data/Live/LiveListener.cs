using Npgsql;

namespace OpsCenter.Portal.Data.Live;

/// <summary>
/// Hears the marks of all instances on a connection of its own and tells this instance's followers. Marks sent while it was deaf are lost, so
/// each time it begins to hear, everything counts as changed; when it no longer hears, too, for then a page had better look for itself.
/// </summary>
internal sealed partial class LiveListener(NpgsqlDataSource database, LiveMarks marks, TimeProvider clock, ILogger<LiveListener> logger)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // A connection whose other end vanished stays silent for ever; asking it something finds out.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (pause, hears) = (FirstPause, false);

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => (pause, hears) = (FirstPause, true), stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                LogDeaf(failure.Message);
            }

            if (hears)
            {
                TellAll();
                hears = false;
            }

            await Task.Delay(pause, clock, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task ListenAsync(Action onHearing, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, notification) => Hear(notification.Channel);
        await ExecuteAsync(connection, LiveChannels.Listen, cancellationToken);
        onHearing();
        TellAll();

        while (true)
        {
            if (!await connection.WaitAsync(LongestSilence, cancellationToken))
            {
                await ExecuteAsync(connection, "select 1", cancellationToken);
            }
        }
    }

    private void Hear(string channel)
    {
        if (LiveChannels.TryParse(channel, out var topic))
        {
            Tell(topic);
        }
    }

    private void TellAll() => Array.ForEach(Enum.GetValues<LiveTopic>(), Tell);

    private void Tell(LiveTopic topic)
    {
        foreach (var follower in marks.FollowersOf(topic))
        {
            try
            {
                follower.Tell();
            }
            catch (Exception failure)
            {
                LogFollowerFailed(topic, failure);
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(1402, LogLevel.Warning, "Changes made by other instances are not heard for a moment: {Reason}")]
    private partial void LogDeaf(string reason);

    [LoggerMessage(1403, LogLevel.Error, "Somebody who follows {Topic} failed when told of a change")]
    private partial void LogFollowerFailed(LiveTopic topic, Exception failure);
}
