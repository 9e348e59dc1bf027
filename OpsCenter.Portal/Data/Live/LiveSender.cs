using Npgsql;

namespace OpsCenter.Portal.Data.Live;

/// <summary>
/// Sends this instance's marks to all instances, in a transaction of its own: NOTIFY makes commits queue behind one lock, which the usage path
/// shall not wait for. A mark that could not be sent is kept.
/// </summary>
internal sealed partial class LiveSender(NpgsqlDataSource database, LiveMarks marks, TimeProvider clock, ILogger<LiveSender> logger)
    : BackgroundService
{
    /// <summary>The least time from one statement to the next: four a second, however busy the instance is.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Sends, before the instance goes, what the last jobs it wrote had marked.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySendAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await marks.WaitAsync(stoppingToken))
        {
            var sent = await TrySendAsync(stoppingToken);
            await Task.Delay(sent ? Interval : Pause, clock, stoppingToken);
        }
    }

    private async Task<bool> TrySendAsync(CancellationToken cancellationToken)
    {
        var topics = marks.Take();

        var sent = topics.Length == 0;

        try
        {
            if (!sent)
            {
                await NotifyAsync([.. topics.Select(LiveChannels.Of)], cancellationToken);
                sent = true;
            }
        }
        catch (Exception failure) when (DatabaseFailure.Is(failure))
        {
            LogKept(failure.Message);
        }
        finally
        {
            Array.ForEach(sent ? [] : topics, marks.Mark);
        }

        return sent;
    }

    private async Task NotifyAsync(string[] channels, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select pg_notify(channel, '') from unnest($1) as channel");
        command.Parameters.AddAll((object)channels);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(1401, LogLevel.Warning, "Open pages of other instances could not be told of changes; trying again: {Reason}")]
    private partial void LogKept(string reason);
}
