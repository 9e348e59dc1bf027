using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The bounded queue between those who report and the one writer of this instance.</summary>
public sealed class UsageQueue(IOptions<RecordingOptions> options)
{
    // Bounded by what is counted below: a channel counts items, and an item may be a whole batch.
    private readonly Channel<UsageSubmission> channel = Channel.CreateUnbounded<UsageSubmission>(new UnboundedChannelOptions());
    private long jobs;
    private long bytes;
    private long beingWritten;

    /// <summary>Reports that wait now.</summary>
    public long Depth => Volatile.Read(ref jobs);

    /// <summary>Arrival of the oldest report without an answer; null when all have theirs.</summary>
    public DateTimeOffset? OldestArrival => Volatile.Read(ref beingWritten) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : channel.Reader.TryPeek(out var next) ? next.Jobs[0].ReceivedAt
        : null;

    /// <summary>Adds a request's reports, or none of them when there is no room or the portal stops.</summary>
    internal bool TryAdd(UsageSubmission submission)
    {
        var fits = Interlocked.Add(ref jobs, submission.Jobs.Count) <= options.Value.QueueCapacity
            & Interlocked.Add(ref bytes, submission.Size) <= options.Value.QueueBytes;

        if (fits && channel.Writer.TryWrite(submission))
        {
            return true;
        }

        Release(submission);

        return false;
    }

    /// <summary>Takes no more; what waits can still be taken out.</summary>
    internal void Close() => channel.Writer.TryComplete();

    /// <summary>Waits until there is something; false when the queue is closed and empty.</summary>
    internal ValueTask<bool> WaitAsync() => channel.Reader.WaitToReadAsync();

    /// <summary>Moves waiting reports into <paramref name="batch"/> until it has as many as one transaction takes.</summary>
    internal void TakeInto(List<PendingReport> batch)
    {
        while (batch.Count < options.Value.CommitSize && channel.Reader.TryRead(out var submission))
        {
            Release(submission);

            if (submission.TryAbandon())
            {
                continue;
            }

            for (var index = 0; index < submission.Jobs.Count; index++)
            {
                batch.Add(new PendingReport(submission, index));
            }
        }

        Volatile.Write(ref beingWritten, batch.Count > 0 ? batch[0].Job.ReceivedAt.UtcTicks : 0);
    }

    /// <summary>Everything that was taken has its answer.</summary>
    internal void Done() => Volatile.Write(ref beingWritten, 0);

    private void Release(UsageSubmission submission)
    {
        Interlocked.Add(ref jobs, -submission.Jobs.Count);
        Interlocked.Add(ref bytes, -submission.Size);
    }
}
