using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Audit;

/// <summary>Seals new entries every few seconds. Now and then it looks at all of them, for one that was committed very late or that no instance was there to seal.</summary>
internal sealed partial class AuditSealWorker(AuditSealer sealer, TimeProvider clock, ILogger<AuditSealWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lookedAtAll = DateTimeOffset.MinValue;

        while (true)
        {
            var now = clock.GetUtcNow();
            var all = now - lookedAtAll >= Window;

            // An entry is at most as old as the transaction that wrote it: two windows reach back to before the last look at all.
            if (await TryAsync(all ? DateTimeOffset.MinValue : now - (2 * Window), stoppingToken) && all)
                lookedAtAll = now;

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            while (await sealer.SealAsync(since, cancellationToken) == AuditSealer.BatchSize)
            {
                // As long as there is more.
            }

            return true;
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            LogLater(exception.Message);

            return false;
        }
    }

    [LoggerMessage(1601, LogLevel.Warning, "Audit entries could not be sealed; trying again soon: {Reason}")]
    private partial void LogLater(string reason);
}
