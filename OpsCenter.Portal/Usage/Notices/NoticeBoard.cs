using System.Collections.Immutable;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Usage.Notices;

/// <summary>The notices of this instance, worked out once for all its pages: every half minute, and when something was done about one.</summary>
public sealed partial class NoticeBoard(NoticeQueries queries, LiveMarks marks, TimeProvider clock, ILogger<NoticeBoard> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly Actor.System Actor = new("notices");
    private ImmutableArray<Notice> current = [];

    /// <summary>What there is to look at.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public ImmutableArray<Notice> For(Actor actor)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);

        return current;
    }

    /// <summary>Works them out now.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var latest = await queries.GetAsync(Actor, cancellationToken);

        if (!latest.SequenceEqual(current))
        {
            current = latest;
            marks.Mark(LiveTopic.Notices);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (DatabaseFailure.Is(exception))
            {
                LogLater(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1231, LogLevel.Warning, "Notices could not be worked out; trying again soon: {Reason}")]
    private partial void LogLater(string reason);
}
