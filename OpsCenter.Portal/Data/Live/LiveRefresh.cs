using System.Threading.Channels;

namespace OpsCenter.Portal.Data.Live;

/// <summary>Makes an open page read again soon after something changed, in whatever instance: at most twice a second, however much happens.</summary>
public sealed class LiveRefresh(LiveMarks marks, TimeProvider clock)
{
    /// <summary>The least time from one reading to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Time alone changes what "today" means; and a mark may have been lost.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Reads again and again until cancelled.</summary>
    /// <param name="topic">What the page follows.</param>
    /// <param name="readAsync">Reads; answers false when it could not, to be asked again soon.</param>
    /// <param name="cancellationToken">The end of the page.</param>
    public async Task RunAsync(LiveTopic topic, Func<Task<bool>> readAsync, CancellationToken cancellationToken)
    {
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = marks.Subscribe(topic, () => changed.Writer.TryWrite(true));
        var wait = LongestWait;

        while (true)
        {
            await WaitAsync(changed.Reader, wait, cancellationToken);
            changed.Reader.TryRead(out _);
            wait = await readAsync() ? LongestWait : Pause * 4;
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task WaitAsync(ChannelReader<bool> changed, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);

        try
        {
            await changed.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was heard for a while.
        }
    }
}
