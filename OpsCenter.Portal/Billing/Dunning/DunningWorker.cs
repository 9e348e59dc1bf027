using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Dunning;

/// <summary>Looks every minute for payments to be tried again.</summary>
internal sealed partial class DunningWorker(RetryDuePayments retry, TimeProvider clock, ILogger<DunningWorker> logger) : BackgroundService
{
    private static readonly Actor.System Worker = new("dunning");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await retry.HandleAsync(Worker, stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                LogAway(failure.Message);
            }
        }
    }

    [LoggerMessage(2221, LogLevel.Warning, "Payments to be tried again wait, the database does not answer: {Reason}")]
    private partial void LogAway(string reason);
}
