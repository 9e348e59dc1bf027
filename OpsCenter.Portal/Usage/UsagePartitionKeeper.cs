using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage;

/// <summary>Makes partitions ahead of time for a portal that runs for months. A day without the database does no harm: there is next day.</summary>
internal sealed partial class UsagePartitionKeeper(NpgsqlDataSource database, TimeProvider clock, ILogger<UsagePartitionKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await UsagePartitions.EnsureAsync(database, clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception exception) when (DatabaseFailure.Is(exception))
            {
                LogNotMade(exception);
            }
        }
    }

    [LoggerMessage(1201, LogLevel.Warning, "Partitions of usage events could not be made; trying again tomorrow")]
    private partial void LogNotMade(Exception exception);
}
