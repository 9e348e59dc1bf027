using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Forecasts;

/// <summary>Keeps forecasts in the background, every hour: one that was missed is made up for on the same day.</summary>
internal sealed partial class ForecastWorker(KeepForecasts keep, TimeProvider clock, ILogger<ForecastWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly Actor.System Actor = new("forecasts");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        do
        {
            try
            {
                await keep.HandleAsync(Actor, stoppingToken);
            }
            catch (Exception exception) when (DatabaseFailure.Is(exception))
            {
                LogLater(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1240, LogLevel.Warning, "Forecasts could not be kept; trying again in an hour: {Reason}")]
    private partial void LogLater(string reason);
}
