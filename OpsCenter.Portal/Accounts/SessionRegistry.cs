using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// Knows the sessions behind this instance's circuits and tells those that have ended. One query a second asks for all of them, however
/// many there are.
/// </summary>
public sealed partial class SessionRegistry(
    IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock, ILogger<SessionRegistry> logger) : BackgroundService
{
    /// <summary>How often the database is asked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SessionWatch, byte> watches = new();

    /// <summary>Watches a session until the answer is disposed of.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="securityStamp">The security stamp it was opened under.</param>
    /// <param name="onEnded">Called once, from another thread, when the session is over.</param>
    public IDisposable Watch(Guid sessionId, string securityStamp, Action onEnded)
    {
        var watch = new SessionWatch(sessionId, securityStamp, onEnded, stopped => watches.TryRemove(stopped, out _));
        watches.TryAdd(watch, 0);

        return watch;
    }

    /// <summary>Asks once and tells the sessions that have ended.</summary>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var watched = watches.Keys.ToArray();

        if (watched.Length == 0)
        {
            return;
        }

        var live = await FindLiveAsync(watched.Select(w => w.SessionId).Distinct().ToArray(), cancellationToken);

        foreach (var watch in watched.Where(w => !live.TryGetValue(w.SessionId, out var stamp) || stamp != w.SecurityStamp))
        {
            watch.End();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                // Nobody is thrown out because the database is away: commands ask it themselves and fail on their own.
                LogFailure(logger, failure);
            }
        }
    }

    private async Task<Dictionary<Guid, string?>> FindLiveAsync(Guid[] sessionIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await LiveSessions.Of(db, clock.GetUtcNow())
            .Where(s => sessionIds.Contains(s.Id))
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new { s.Id, u.SecurityStamp })
            .ToDictionaryAsync(found => found.Id, found => found.SecurityStamp, cancellationToken);
    }

    [LoggerMessage(2002, LogLevel.Warning, "The open sessions could not be checked")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
