using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Removes sessions that are over, a bounded number at a time.</summary>
public sealed partial class ExpiredSessions(
    IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock, ILogger<ExpiredSessions> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>How many sessions one look removes at most; the rest waits for the next.</summary>
    public const int BatchSize = 5_000;

    /// <summary>Removes expired and ended sessions.</summary>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var over = db.Sessions.Where(s => s.ExpiresAt <= now || s.RevokedAt != null).OrderBy(s => s.ExpiresAt).Take(BatchSize).Select(s => s.Id);

        return await db.Sessions.Where(s => over.Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemoveAsync(stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                // They are refused whether they are removed or not; the next look tries again.
                LogFailure(logger, failure);
            }
        }
    }

    [LoggerMessage(2003, LogLevel.Warning, "Expired sessions could not be removed")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
