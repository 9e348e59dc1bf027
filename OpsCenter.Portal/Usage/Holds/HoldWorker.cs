using System.Threading.Channels;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Prices holds in the background: at once after a version was published in any instance, and every half minute for what came into force by itself or was not heard of.</summary>
internal sealed partial class HoldWorker(
    PriceHolds price, HoldQueries queries, HoldMetrics metrics, LiveMarks marks, TimeProvider clock, ILogger<HoldWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly Actor.System Actor = new("holds");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var published = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = marks.Subscribe(LiveTopic.RateCard, () => published.Writer.TryWrite(true));

        while (true)
        {
            await TryAllAsync(stoppingToken);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(published.Reader.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(Interval, clock, waiting.Token));
            await waiting.CancelAsync();
            published.Reader.TryRead(out _);
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

            metrics.Show(await queries.SummaryAsync(Actor, cancellationToken));
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            LogLater(exception.Message);
        }
    }

    [LoggerMessage(1223, LogLevel.Warning, "Holds could not be tried; trying again soon: {Reason}")]
    private partial void LogLater(string reason);
}
