using System.Diagnostics;

namespace OpsCenter.Bench.Load;

/// <summary>Keeps connections busy from a single thread.</summary>
public sealed class LoadGenerator(Uri address, int connections)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Each connection sends its next request as soon as the last one was answered.</summary>
    public LoadResult Saturate(IRequests requests, TimeSpan time) => Run(requests, time, perSecond: null);

    /// <summary>Requests are due at a constant rate, whether the server keeps up or not; waiting for a connection counts.</summary>
    public LoadResult Pace(IRequests requests, TimeSpan time, double perSecond) => Run(requests, time, perSecond);

    private LoadResult Run(IRequests requests, TimeSpan time, double? perSecond)
    {
        var open = Enumerable.Range(0, connections).Select(_ => new Connection(address)).ToArray();

        try
        {
            return new Round(open, requests, time, perSecond).Run();
        }
        finally
        {
            Array.ForEach(open, connection => connection.Dispose());
        }
    }

    private sealed class Round(Connection[] open, IRequests requests, TimeSpan time, double? perSecond)
    {
        private readonly Poll poll = new([.. open.Select(connection => connection.Socket)]);
        private readonly Stack<Connection> idle = new(open);
        private readonly List<long> latencies = new(1 << 20);
        private readonly Dictionary<int, int> others = [];
        private readonly long started = Stopwatch.GetTimestamp();
        private long sent;
        private long acknowledged;
        private long acknowledgedInTime;

        private long EndsAt => started + Ticks(time);

        public LoadResult Run()
        {
            for (var now = started; now < EndsAt || idle.Count < open.Length; now = Stopwatch.GetTimestamp())
            {
                if (now < EndsAt)
                {
                    SendDue(now);
                }
                else if (now > EndsAt + Ticks(Patience))
                {
                    throw new InvalidOperationException($"{open.Length - idle.Count} requests were never answered.");
                }

                poll.Wait(UntilNext(now));
                TakeAnswers();
            }

            latencies.Sort();
            return new LoadResult(acknowledgedInTime / time.TotalSeconds, acknowledged, others, [.. latencies]);
        }

        private void SendDue(long now)
        {
            while (idle.Count > 0 && DueAt(now) is var due && due <= now)
            {
                idle.Pop().Send(requests.NextRequest(), due);
                sent++;
            }
        }

        private void TakeAnswers()
        {
            for (var i = 0; i < open.Length; i++)
            {
                var dueAt = open[i].DueAt;

                if (dueAt == 0 || !poll.IsReadable(i) || !open[i].Receive())
                    continue;
                var now = Stopwatch.GetTimestamp();
                latencies.Add(now - dueAt);
                Count(open[i], now);
                idle.Push(open[i]);
            }
        }

        private void Count(Connection answered, long now)
        {
            var jobs = requests.Count(answered.Status, answered.Body);
            acknowledged += jobs;

            if (now <= EndsAt)
            {
                acknowledgedInTime += jobs;
            }

            if (jobs == 0)
            {
                others[answered.Status] = others.GetValueOrDefault(answered.Status) + 1;
            }
        }

        // Without a rate a request is due when a connection is free for it.
        private long DueAt(long now) => perSecond is { } rate ? started + (long)(sent / rate * Stopwatch.Frequency) : now;

        private TimeSpan UntilNext(long now) => perSecond is not null && idle.Count > 0 && now < EndsAt
            ? Stopwatch.GetElapsedTime(now, DueAt(now))
            : TimeSpan.FromMilliseconds(100);

        private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
    }
}
