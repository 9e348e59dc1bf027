namespace OpsCenter.Portal.RateCards;

/// <summary>Wakes whoever waits in this instance for the next version of the rate card. Other instances find it when they look by themselves.</summary>
public sealed class VersionSignal
{
    private TaskCompletionSource raised = New();

    /// <summary>A version was published.</summary>
    public void Raise() => Interlocked.Exchange(ref raised, New()).SetResult();

    /// <summary>What ends with the next <see cref="Raise"/>; taken before looking, so that none is missed in between.</summary>
    public Task Next => Volatile.Read(ref raised).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
