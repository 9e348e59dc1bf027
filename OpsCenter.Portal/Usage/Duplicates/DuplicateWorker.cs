using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>Searches for likely duplicates in the background.</summary>
internal sealed partial class DuplicateWorker(FindDuplicates find, TimeProvider clock, ILogger<DuplicateWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly Actor.System Actor = new("duplicates");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        do
        {
            try
            {
                while (await find.HandleAsync(Actor, stoppingToken))
                {
                    // As long as the past is not searched.
                }
            }
            catch (Exception exception) when (DatabaseFailure.Is(exception))
            {
                LogLater(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1230, LogLevel.Warning, "Likely duplicates could not be searched; trying again in a minute: {Reason}")]
    private partial void LogLater(string reason);
}
