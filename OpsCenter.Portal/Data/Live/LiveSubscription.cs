namespace OpsCenter.Portal.Data.Live;

/// <summary>One follower of a topic.</summary>
internal sealed class LiveSubscription(LiveTopic topic, Action onChanged, Action<LiveSubscription> stop) : IDisposable
{
    public LiveTopic Topic => topic;

    public void Tell() => onChanged();

    public void Dispose() => stop(this);
}
