namespace OpsCenter.Portal.Accounts;

/// <summary>One circuit's interest in its session.</summary>
internal sealed class SessionWatch(Guid sessionId, string securityStamp, Action onEnded, Action<SessionWatch> stop) : IDisposable
{
    public Guid SessionId => sessionId;

    public string SecurityStamp => securityStamp;

    public void End()
    {
        Dispose();
        onEnded();
    }

    public void Dispose() => stop(this);
}
