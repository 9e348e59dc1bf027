namespace OpsCenter.Portal.Shell;

/// <summary>
/// Runs what a page asks for, of which only the newest answer matters: a newer call cancels the one before, so a slow answer never
/// overwrites a later one. Disposed with its component.
/// </summary>
public sealed class LatestOnly : IDisposable
{
    private CancellationTokenSource? running;

    /// <summary>Runs it; returns quietly when a newer call or the end of the component cancelled it.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> act)
    {
        running?.Cancel();
        using var own = new CancellationTokenSource();
        running = own;

        try
        {
            await act(own.Token);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            // Nobody waits for this answer any more.
        }
        finally
        {
            if (running == own)
                running = null;
        }
    }

    public void Dispose() => running?.Cancel();
}
