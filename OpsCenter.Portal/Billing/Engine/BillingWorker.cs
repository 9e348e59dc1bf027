using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>Runs the billing engine: once before the portal listens, so that no job finds a period missing after a long stop, then every few seconds.</summary>
public sealed partial class BillingWorker(AdvanceBilling advance, IOptions<BillingOptions> options, TimeProvider clock, ILogger<BillingWorker> logger)
    : BackgroundService
{
    private static readonly Actor.System Engine = new("billing");

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await AdvanceAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.EngineSeconds), clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
            await AdvanceAsync(stoppingToken);
    }

    // What fails now is due again in a few seconds.
    private async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await advance.HandleAsync(Engine, cancellationToken) is > 0 and var closed)
                LogClosed(closed);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception) || DatabaseFailure.IsConflict(exception))
        {
            LogAway(exception.Message);
        }
    }

    [LoggerMessage(1402, LogLevel.Information, "{Count} billing periods closed")]
    private partial void LogClosed(int count);

    [LoggerMessage(1403, LogLevel.Warning, "The billing engine is tried again: {Reason}")]
    private partial void LogAway(string reason);
}
