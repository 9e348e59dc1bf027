namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>A wall clock that a test sets, backwards too. Timestamps and timers run on, as those of a machine whose clock is corrected do.</summary>
internal sealed class WallClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
