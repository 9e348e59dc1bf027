using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Integrations;

/// <summary>Asks Brigade every ten seconds how it is: one instance of all, whoever is first.</summary>
internal sealed partial class BrigadeWatch(BrigadeDesk desk, TimeProvider clock, ILogger<BrigadeWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // A little less, so that an instance does not miss its own turn by a hair.
    private static readonly TimeSpan NotWithin = Interval - TimeSpan.FromSeconds(1);

    private string? lastReason;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Tell(await desk.LookAsync(NotWithin, stoppingToken));
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                LogUnknown(failure.Message);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    // The log has the change, not every look.
    private void Tell(BrigadeAnswer<BrigadeStatus>? answer)
    {
        if (answer is BrigadeAnswer<BrigadeStatus>.Failed failed && failed.Reason != lastReason)
            LogAway(failed.Reason);
        else if (answer is BrigadeAnswer<BrigadeStatus>.Given && lastReason is not null)
            LogBack();

        lastReason = answer is null ? lastReason : (answer as BrigadeAnswer<BrigadeStatus>.Failed)?.Reason;
    }

    [LoggerMessage(2301, LogLevel.Warning, "{Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(2302, LogLevel.Information, "Brigade answers again")]
    private partial void LogBack();

    [LoggerMessage(2303, LogLevel.Warning, "Brigade is not asked, the database does not answer: {Reason}")]
    private partial void LogUnknown(string reason);
}
