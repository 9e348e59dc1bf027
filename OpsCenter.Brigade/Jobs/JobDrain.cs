namespace OpsCenter.Brigade.Jobs;

/// <summary>Keeps Brigade alive until the jobs that run were reported, as long as the host has patience.</summary>
internal sealed class JobDrain(RecentJobs recent) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => recent.AllEnded.WaitAsync(cancellationToken);
}
