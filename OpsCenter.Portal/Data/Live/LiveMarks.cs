using System.Collections.Concurrent;
using System.Threading.Channels;

namespace OpsCenter.Portal.Data.Live;

/// <summary>
/// Says that something changed, and tells who follows it, in every instance. A mark made here travels through the database like any other
/// and comes back once.
/// </summary>
public sealed class LiveMarks
{
    private readonly ConcurrentDictionary<LiveSubscription, byte> subscriptions = new();

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private int pending;

    /// <summary>Marks a topic as changed. Does no I/O and never fails; call it after the commit, as often as you like.</summary>
    public void Mark(LiveTopic topic)
    {
        var bit = 1 << (int)topic;

        if ((Interlocked.Or(ref pending, bit) & bit) == 0)
        {
            bell.Writer.TryWrite(true);
        }
    }

    /// <summary>Follows a topic until the answer is disposed of.</summary>
    /// <param name="topic">What to follow.</param>
    /// <param name="onChanged">Called from another thread after the topic changed, or may have changed unseen. Shall only note it.</param>
    public IDisposable Subscribe(LiveTopic topic, Action onChanged)
    {
        var subscription = new LiveSubscription(topic, onChanged, ended => subscriptions.TryRemove(ended, out _));
        subscriptions.TryAdd(subscription, 0);

        return subscription;
    }

    /// <summary>Who follows a topic now.</summary>
    internal IEnumerable<LiveSubscription> FollowersOf(LiveTopic topic) => subscriptions.Keys.Where(s => s.Topic == topic);

    /// <summary>Waits until something is marked.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => bell.Reader.ReadAsync(cancellationToken);

    /// <summary>What was marked since it was last taken.</summary>
    internal LiveTopic[] Take()
    {
        var taken = Interlocked.Exchange(ref pending, 0);

        return [.. Enum.GetValues<LiveTopic>().Where(topic => (taken & (1 << (int)topic)) != 0)];
    }
}
