using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Security;

/// <summary>One token bucket per credential and instance. Buckets fill continuously, so a caller is told exactly how long to wait.</summary>
public sealed class MachineRateLimit(IOptions<MachineApiOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, TokenBucket> buckets = new();

    /// <summary>Takes one call from the credential's bucket.</summary>
    /// <param name="credentialId">A credential that was found; invented ones must not come here, for their buckets would pile up.</param>
    /// <returns>Null when the call may go on, else how long the bucket needs for one more.</returns>
    public TimeSpan? TryTake(Guid credentialId) =>
        buckets.GetOrAdd(credentialId, static (_, state) => TokenBucket.Create(state.Options.Value, state.Clock), (Options: options, Clock: clock))
            .TryTake();
}
