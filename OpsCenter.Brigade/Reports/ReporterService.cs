namespace OpsCenter.Brigade.Reports;

/// <summary>Runs the reporter for as long as Brigade runs.</summary>
internal sealed partial class ReporterService(Reporter reporter, ReportSpool spool, TimeProvider clock, ILogger<ReporterService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pass = await PassAsync(stoppingToken);
            if (pass.Wait is { } wait)
                await Task.Delay(wait, clock, stoppingToken);
            else if (pass.IsIdle)
                await spool.WaitForMoreAsync(stoppingToken);
        }
    }

    // Whatever goes wrong, a full disk for the dead letters or a mistake of ours: the reports are on the disk, and are tried again.
    private async Task<ReportPass> PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await reporter.PassAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure);
            return reporter.Wait($"Reports cannot be sent: {failure.Message}");
        }
    }

    [LoggerMessage(3121, LogLevel.Error, "Reports could not be sent; they stay in the spool")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
