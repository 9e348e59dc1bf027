using System.Runtime.InteropServices;

namespace OpsCenter.Bench;

/// <summary>Ctrl-C and an orderly kill leave no server and no temporary folder behind.</summary>
public sealed class Interruption : IDisposable
{
    private const int Interrupted = 130;
    private readonly PosixSignalRegistration[] signals;

    public Interruption(IAsyncDisposable whatRuns) => signals =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context => Clear(context, whatRuns)))];

    public void Dispose() => Array.ForEach(signals, signal => signal.Dispose());

    private static void Clear(PosixSignalContext context, IAsyncDisposable whatRuns)
    {
        context.Cancel = true;
        whatRuns.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Environment.Exit(Interrupted);
    }
}
