using System.Threading.Channels;

namespace OpsCenter.Portal.Outbox;

/// <summary>Wakes somebody in this instance who looks for work from time to time. Without it the work is only found a little later.</summary>
public abstract class WorkBell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is work; call it after the commit.</summary>
    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Waits until it rings, but not longer than a pause.</summary>
    public async Task WaitAsync(TimeSpan pause, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);

        try
        {
            await rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look.
        }
    }
}
