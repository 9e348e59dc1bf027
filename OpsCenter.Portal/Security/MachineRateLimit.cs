using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Security;

/// <summary>One token bucket per credential and instance. Buckets fill continuously, so a caller is told exactly how long to wait.</summary>
public sealed class MachineRateLimit(IOptions<MachineApiOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, TokenBucket> buckets = new();

    /// <summary>Takes one call from the credential's bucket. One request is one call, also when it is a batch.</summary>
    /// <param name="credential">A credential that was found; invented ones must not come here, for their buckets would pile up.</param>
    /// <returns>Null when the call may go on, else how long the bucket needs for one more.</returns>
    public TimeSpan? TryTake(MachineCredential credential)
    {
        var permits = credential.PermitsPerSecond ?? options.Value.PermitsPerSecond;
        var burst = credential.Burst ?? options.Value.Burst;

        if (!buckets.TryGetValue(credential.Id, out var bucket) || !bucket.Has(permits, burst))
            bucket = Replace(credential.Id, permits, burst);

        return bucket.TryTake();
    }

    // A changed limit begins with a full bucket; nobody else's is touched. Calls that come at once share the one that was put first.
    private TokenBucket Replace(Guid id, int permits, int burst)
    {
        var full = new TokenBucket(permits, burst, clock);

        return buckets.AddOrUpdate(id, full, (_, present) => present.Has(permits, burst) ? present : full);
    }
}
