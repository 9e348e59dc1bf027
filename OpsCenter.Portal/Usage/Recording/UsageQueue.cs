using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The bounded queue between those who report and the writers of this instance.</summary>
public sealed class UsageQueue(IOptions<RecordingOptions> options)
{
    // A monitor, so that a writer's thread sleeps in it and is woken without a detour over the threads that serve requests.
    private readonly object gate = new();
    private readonly Queue<UsageSubmission> waiting = new();
    private readonly Dictionary<List<PendingReport>, DateTimeOffset> taken = new(ReferenceEqualityComparer.Instance);
    private long jobs;
    private long bytes;
    private bool isClosed;

    /// <summary>Reports that wait now.</summary>
    public long Depth => Volatile.Read(ref jobs);

    /// <summary>Arrival of the oldest report without an answer; null when all have theirs.</summary>
    public DateTimeOffset? OldestArrival
    {
        get
        {
            lock (gate)
            {
                return taken.Count > 0 ? taken.Values.Min() : waiting.TryPeek(out var next) ? next.Jobs[0].ReceivedAt : null;
            }
        }
    }

    /// <summary>Adds a request's reports, or none of them when there is no room or the portal stops.</summary>
    internal bool TryAdd(UsageSubmission submission)
    {
        lock (gate)
        {
            if (isClosed || jobs + submission.Jobs.Count > options.Value.QueueCapacity || bytes + submission.Size > options.Value.QueueBytes)
            {
                return false;
            }

            waiting.Enqueue(submission);
            jobs += submission.Jobs.Count;
            bytes += submission.Size;
            Monitor.PulseAll(gate);

            return true;
        }
    }

    /// <summary>Takes no more; what waits can still be taken out.</summary>
    internal void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits, blocking the thread, until so many reports wait; false when the queue is closed and empty.</summary>
    internal bool Wait(int atLeast)
    {
        lock (gate)
        {
            while (jobs < atLeast && !isClosed)
            {
                Monitor.Wait(gate);
            }

            return waiting.Count > 0 || !isClosed;
        }
    }

    /// <summary>Moves waiting reports into an empty <paramref name="batch"/> until it has as many as one transaction takes.</summary>
    internal void TakeInto(List<PendingReport> batch)
    {
        lock (gate)
        {
            while (batch.Count < options.Value.CommitSize && waiting.TryDequeue(out var submission))
            {
                jobs -= submission.Jobs.Count;
                bytes -= submission.Size;

                if (!submission.TryAbandon())
                {
                    batch.AddRange(Enumerable.Range(0, submission.Jobs.Count).Select(index => new PendingReport(submission, index)));
                }
            }

            if (batch.Count > 0)
            {
                taken[batch] = batch[0].Job.ReceivedAt;
            }
        }
    }

    /// <summary>Every report of a batch that was taken has its answer.</summary>
    internal void Done(List<PendingReport> batch)
    {
        lock (gate)
        {
            taken.Remove(batch);
        }
    }
}
