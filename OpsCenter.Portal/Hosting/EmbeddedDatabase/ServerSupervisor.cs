namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>Watches the embedded server and starts it again when it dies under a running portal.</summary>
internal sealed class ServerSupervisor(EmbeddedPostgres postgres, ILogger<ServerSupervisor> logger, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Watches until cancelled; being cancelled is its ordinary end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (!await postgres.IsUpAsync(cancellationToken))
                    await BringBackAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task BringBackAsync(CancellationToken cancellationToken)
    {
        logger.ServerDied();
        var pause = FirstPause;
        var attempts = 1;
        for (; !await TryRestartAsync(pause, cancellationToken); attempts++)
        {
            await Task.Delay(pause, clock, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        logger.ServerRestarted(attempts);
    }

    private async Task<bool> TryRestartAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await postgres.RestartAsync(cancellationToken);
            return true;
        }
        catch (HostingException failure) // sessions that outlived the server hold its memory for a moment; a full disk may get room again
        {
            logger.RestartFailed(failure, pause);
            return false;
        }
    }
}
