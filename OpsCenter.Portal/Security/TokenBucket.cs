namespace OpsCenter.Portal.Security;

/// <summary>
/// A token bucket without lock or timer (generic cell rate algorithm): it remembers the moment at which it will be full again, and each
/// call moves that moment on by the time one token needs.
/// </summary>
internal sealed class TokenBucket(long ticksPerToken, long capacityTicks, TimeProvider clock)
{
    private long fullAt = clock.GetTimestamp();

    public static TokenBucket Create(MachineApiOptions options, TimeProvider clock)
    {
        var ticksPerToken = Math.Max(1, clock.TimestampFrequency / options.PermitsPerSecond);

        return new TokenBucket(ticksPerToken, ticksPerToken * options.Burst, clock);
    }

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
