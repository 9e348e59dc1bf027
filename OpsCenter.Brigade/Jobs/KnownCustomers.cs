using System.Collections.Concurrent;
using OpsCenter.Brigade.Cards;

namespace OpsCenter.Brigade.Jobs;

/// <summary>
/// What Ops-Center says about customers, asked at most once a second each, for a busy customer's jobs would otherwise all wait for the same
/// answer. While Ops-Center is away, the last answer holds for a day: its absence must not stop customers that may work. One that Brigade
/// never heard of, or not for a day, is refused.
/// </summary>
public sealed class KnownCustomers(CustomerClient client, TimeProvider clock)
{
    private const int MaxKnown = 10_000;

    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Customer, bool WithKeys), Known> known = new();

    /// <summary>What the customer may do.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="withKeys">Whether its provider keys are needed.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<CustomerLookup> FindAsync(string customerId, bool withKeys, CancellationToken cancellationToken)
    {
        if (known.Count > MaxKnown)
            known.Clear();

        var entry = known.GetOrAdd((customerId, withKeys), _ => new Known());
        var (last, at) = entry.Last;
        if (last is not null && clock.GetUtcNow() - at < FreshFor)
            return last;

        var answer = await AskAsync(entry, customerId, withKeys, cancellationToken);
        return answer is CustomerLookup.Unavailable && last is not null && clock.GetUtcNow() - at < KnownFor ? last : answer;
    }

    private async Task<CustomerLookup> AskAsync(Known entry, string customerId, bool withKeys, CancellationToken cancellationToken)
    {
        try
        {
            return await entry.AskOnce(() => AskAsync(entry, customerId, withKeys)).WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new CustomerLookup.Unavailable($"Ops-Center did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    // Not cancelled with the job that asks: others wait for the same answer.
    private async Task<CustomerLookup> AskAsync(Known entry, string customerId, bool withKeys)
    {
        var answer = await client.FindAsync(customerId, withKeys, CancellationToken.None);
        if (answer is CustomerLookup.Found)
            entry.Keep(answer, clock.GetUtcNow());
        else if (answer is CustomerLookup.Unknown)
            known.TryRemove((customerId, withKeys), out _);
        return answer;
    }

    private sealed class Known
    {
        private readonly Lock gate = new();
        private (CustomerLookup? Answer, DateTimeOffset At) last;
        private Task<CustomerLookup>? asking;

        public (CustomerLookup? Answer, DateTimeOffset At) Last
        {
            get
            {
                lock (gate)
                    return last;
            }
        }

        public void Keep(CustomerLookup answer, DateTimeOffset now)
        {
            lock (gate)
                last = (answer, now);
        }

        public Task<CustomerLookup> AskOnce(Func<Task<CustomerLookup>> ask)
        {
            lock (gate)
                return asking is { IsCompleted: false } ? asking : asking = ask();
        }
    }
}
