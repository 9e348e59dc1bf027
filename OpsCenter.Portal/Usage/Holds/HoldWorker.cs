using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Prices holds in the background: at once after a version was published here, and every half minute for what others published or what came into force.</summary>
internal sealed partial class HoldWorker(PriceHolds price, VersionSignal signal, TimeProvider clock, ILogger<HoldWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly Actor.System Actor = new("holds");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var next = signal.Next;
            await TryAllAsync(stoppingToken);
            await Task.WhenAny(next, Task.Delay(Interval, clock, stoppingToken));
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    // Whatever goes wrong, there is the next half minute: nothing is lost by waiting.
    private async Task TryAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await price.HandleAsync(Actor, cancellationToken) > 0)
            {
                // As long as there is something to try.
            }
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            LogLater(exception.Message);
        }
    }

    [LoggerMessage(1223, LogLevel.Warning, "Holds could not be tried; trying again soon: {Reason}")]
    private partial void LogLater(string reason);
}
