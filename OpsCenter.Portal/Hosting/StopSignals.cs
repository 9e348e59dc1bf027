using System.Runtime.InteropServices;

namespace OpsCenter.Portal.Hosting;

/// <summary>Turns the signals that ask a program to end into a cancellation, so that a command can clean up behind itself.</summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
    private readonly CancellationTokenSource stopping = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() =>
        registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];

    public CancellationToken Token => stopping.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stopping.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        stopping.Cancel();
    }
}
