using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>
/// Tells open pages, machines that poll and the pricing of holds when a scheduled version comes into force. Prices do not wait for it: each
/// job is priced by the version of its own time.
/// </summary>
internal sealed partial class ScheduleKeeper(
    IDbContextFactory<OpsCenterDbContext> contexts, LiveMarks marks, TimeProvider clock, ILogger<ScheduleKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var published = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = marks.Subscribe(LiveTopic.RateCard, () => published.Writer.TryWrite(true));
        DateTimeOffset? awaited = null;

        while (true)
        {
            if (awaited <= clock.GetUtcNow())
                marks.Mark(LiveTopic.RateCard);

            awaited = await NextAsync(awaited, stoppingToken);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(published.Reader.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(Pause(awaited), clock, waiting.Token));
            await waiting.CancelAsync();
            published.Reader.TryRead(out _);
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    private TimeSpan Pause(DateTimeOffset? next)
    {
        var left = next - clock.GetUtcNow() ?? Interval;

        return left > Interval ? Interval : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // A database that is away tells nothing new: the time that was known stays.
    private async Task<DateTimeOffset?> NextAsync(DateTimeOffset? known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);

            return await db.RateCardVersions.Where(v => v.Scheduled && v.EffectiveFrom > now).MinAsync(v => (DateTimeOffset?)v.EffectiveFrom, cancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            LogUnknown(exception.Message);

            return known > now ? known : null;
        }
    }

    [LoggerMessage(1510, LogLevel.Warning, "The next scheduled version of the rate card is unknown for a moment: {Reason}")]
    private partial void LogUnknown(string reason);
}
