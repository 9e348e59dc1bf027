namespace OpsCenter.Portal.Data.Demo;

/// <summary>
/// The clock of a portal that lives through its sample history before it listens: it stands where the sample day is, and goes with the
/// system's clock once the history is told. Only timers run in real time throughout.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private long told;

    /// <summary>Stands at a moment from now on.</summary>
    public void StandAt(DateTimeOffset moment) => Interlocked.Exchange(ref told, moment.UtcTicks);

    /// <summary>Goes with the system's clock again.</summary>
    public void Run() => Interlocked.Exchange(ref told, 0);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref told) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : System.GetUtcNow();
}
