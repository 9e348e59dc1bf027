using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>Looks at budgets soon after jobs were recorded, and once a minute.</summary>
internal sealed partial class BudgetWorker(RaiseBudgetAlerts raise, LiveRefresh refresh, ILogger<BudgetWorker> logger) : BackgroundService
{
    private static readonly Actor.System Actor = new("budgets");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await refresh.RunAsync(LiveTopic.Usage, () => LookAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await raise.HandleAsync(Actor, cancellationToken);

            return true;
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            LogLater(exception.Message);

            return false;
        }
    }

    [LoggerMessage(1410, LogLevel.Warning, "Budgets could not be looked at; trying again soon: {Reason}")]
    private partial void LogLater(string reason);
}
