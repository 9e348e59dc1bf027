using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Cards;

/// <summary>
/// Keeps the rate card current: the copy on disk is in use before the first request is taken, then Ops-Center is asked until it answers, and
/// from then on at every poll. A refresh that got lost is made up for by the next poll.
/// </summary>
internal sealed partial class CardKeeper(
    CardAdopter adopter, CardRefresher refresher, BrigadeOptions options, TimeProvider clock, ILogger<CardKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    private readonly BackOff backOff = new(FirstWait, options.PollEvery, Random.Shared.NextDouble);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        adopter.LoadFromDisk();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await LookAsync(stoppingToken), clock, stoppingToken);
    }

    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await refresher.RefreshAsync(cancellationToken);
            backOff.Reset();
            return options.PollEvery;
        }
        catch (CardUnavailableException)
        {
            return backOff.Next(); // the status and the log have it already
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure);
            return backOff.Next();
        }
    }

    [LoggerMessage(3201, LogLevel.Error, "The rate card could not be refreshed; the one in use stays")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
