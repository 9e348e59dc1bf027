namespace OpsCenter.Portal.Security;

/// <summary>
/// A token bucket without lock or timer (generic cell rate algorithm): it remembers the moment at which it will be full again, and each
/// call moves that moment on by the time one token needs.
/// </summary>
internal sealed class TokenBucket
{
    private readonly int permitsPerSecond;
    private readonly int burst;
    private readonly long ticksPerToken;
    private readonly long capacityTicks;
    private readonly TimeProvider clock;
    private long fullAt;

    /// <summary>A full bucket.</summary>
    public TokenBucket(int permitsPerSecond, int burst, TimeProvider clock)
    {
        (this.permitsPerSecond, this.burst, this.clock) = (permitsPerSecond, burst, clock);
        ticksPerToken = Math.Max(1, clock.TimestampFrequency / permitsPerSecond);
        capacityTicks = ticksPerToken * burst;
        fullAt = clock.GetTimestamp();
    }

    /// <summary>Whether it was made for these limits.</summary>
    public bool Has(int permits, int atOnce) => permitsPerSecond == permits && burst == atOnce;

    /// <returns>Null when a token was taken, else the time until there is one.</returns>
    public TimeSpan? TryTake()
    {
        while (true)
        {
            var seen = Volatile.Read(ref fullAt);
            var now = clock.GetTimestamp();
            var next = Math.Max(seen, now) + ticksPerToken;

            if (next - now > capacityTicks)
            {
                return clock.GetElapsedTime(now, next - capacityTicks);
            }

            if (Interlocked.CompareExchange(ref fullAt, next, seen) == seen)
            {
                return null;
            }
        }
    }
}
