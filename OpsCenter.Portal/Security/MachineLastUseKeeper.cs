using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security;

/// <summary>Stores twice a minute, and at the end, when credentials were last used. Without the database the uses wait for the next time.</summary>
internal sealed partial class MachineLastUseKeeper(MachineLastUseTable table, TimeProvider clock, ILogger<MachineLastUseKeeper> logger)
    : BackgroundService
{
    /// <summary>How long a use may be known to one instance only.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryFlushAsync(stoppingToken);
    }

    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await table.FlushAsync(cancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            LogNotStored(exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops; what the last flush leaves behind is half a minute of "last used".
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "When machine credentials were last used could not be stored ({Reason}); trying again in half a minute")]
    private partial void LogNotStored(string reason);
}
