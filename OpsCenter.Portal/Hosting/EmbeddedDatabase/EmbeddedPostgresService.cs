using System.Runtime.InteropServices;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>Ties the embedded database to the host: up before any other service starts, down after all others have stopped.</summary>
internal sealed class EmbeddedPostgresService(EmbeddedPostgres postgres, ServerSupervisor supervisor, IHostApplicationLifetime lifetime)
    : IHostedLifecycleService, IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private PosixSignalRegistration? hangUp;
    private Task supervision = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // A closed terminal would otherwise end the portal on the spot and leave the database running.
        hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnHangUp);
        await postgres.StartAsync(cancellationToken);
        supervision = supervisor.RunAsync(stopping.Token);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Not cancelled with the host's patience: a database left running is worse than a late end.
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await EndSupervisionAsync();
        await postgres.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await EndSupervisionAsync();
        stopping.Dispose();
        hangUp?.Dispose();
    }

    private async Task EndSupervisionAsync()
    {
        await stopping.CancelAsync();
        await supervision;
    }

    private void OnHangUp(PosixSignalContext context)
    {
        context.Cancel = true;
        lifetime.StopApplication();
    }
}
