using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Jobs;

/// <summary>
/// Carries jobs over a restart: at the start those in the spool are remembered, so that they do not run twice; at the end Brigade stays alive
/// until the jobs that run were reported, as long as the host has patience.
/// </summary>
internal sealed class JobMemory(RecentJobs recent, ReportSpool spool) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var report in spool.ReadLately())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SpooledJob.Read(report.Body) is { } job)
                recent.Remember(job);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => recent.AllEnded.WaitAsync(cancellationToken);
}
