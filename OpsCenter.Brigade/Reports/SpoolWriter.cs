using System.Threading.Channels;

namespace OpsCenter.Brigade.Reports;

/// <summary>
/// Writes reports in groups: all that wait share one write and one fsync, so that many at once cost hardly more than one. It has a thread of
/// its own, because an fsync holds up whoever calls it.
/// </summary>
internal sealed class SpoolWriter
{
    private readonly Channel<PendingAppend> queue;
    private readonly SegmentFolder folder;
    private readonly SpoolLog log;
    private readonly SpoolOptions options;
    private readonly TimeProvider clock;
    private readonly Func<string, ISegmentOutput> open;
    private readonly Thread thread;
    private byte[] buffer = new byte[64 * 1024];
    private ISegmentOutput? active;
    private long activeFirst;

    public SpoolWriter(SegmentFolder folder, SpoolLog log, SpoolOptions options, TimeProvider clock, Func<string, ISegmentOutput> open)
    {
        (this.folder, this.log, this.options, this.clock, this.open) = (folder, log, options, clock, open);
        queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        thread = new Thread(Run) { IsBackground = true, Name = "Report spool" };
        thread.Start();
    }

    /// <summary>Says that reports became durable.</summary>
    public event Action? Committed;

    /// <summary>Why the last group could not be written; null when it could.</summary>
    public SpoolException? Failure { get; private set; }

    /// <summary>Hands a report over. Ends when it is durable.</summary>
    /// <exception cref="SpoolException">It could not be made durable.</exception>
    public async Task AppendAsync(byte[] body, CancellationToken cancellationToken)
    {
        var pending = new PendingAppend(body);
        await queue.Writer.WriteAsync(pending, cancellationToken);
        await pending.Done.WaitAsync(cancellationToken);
    }

    /// <summary>Writes what was handed over and takes nothing more.</summary>
    public void Close()
    {
        queue.Writer.TryComplete();
        thread.Join();
        active?.Dispose();
    }

    private void Run()
    {
        var group = new List<PendingAppend>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var bytes = Collect(group);
            try
            {
                Commit(bytes, group.Count);
                Failure = null;
                group.ForEach(pending => pending.Complete());
                Committed?.Invoke();
            }
            catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
            {
                Abandon();
                var failure = new SpoolException($"The report could not be written to {folder.Location}: {reason.Message}", reason);
                Failure = failure;
                group.ForEach(pending => pending.Fail(failure));
            }
        }
    }

    private int Collect(List<PendingAppend> group)
    {
        group.Clear();
        var (bytes, now) = (0, clock.GetUtcNow());
        while (bytes < options.GroupBytes && queue.Reader.TryRead(out var pending))
        {
            var size = SpoolFrame.HeaderBytes + pending.Body.Length;
            if (buffer.Length < bytes + size)
                Array.Resize(ref buffer, Math.Max(buffer.Length * 2, bytes + size));
            SpoolFrame.Write(buffer.AsSpan(bytes), now, pending.Body);
            bytes += size;
            group.Add(pending);
        }

        return bytes;
    }

    private void Commit(int bytes, int count)
    {
        if (active is null || log.EndOf(activeFirst) >= options.SegmentBytes)
            Begin();
        active!.Write(buffer.AsSpan(0, bytes), log.EndOf(activeFirst)); // Begin made it
        active.Flush();
        log.Grow(bytes, count);
    }

    // A segment that exists under the number of the next report holds nothing durable.
    private void Begin()
    {
        active?.Dispose();
        active = null;
        var first = log.Next;
        var output = open(folder.PathOf(first));
        try
        {
            output.Truncate(0);
            folder.Flush();
        }
        catch
        {
            output.Dispose();
            throw;
        }

        (active, activeFirst) = (output, first);
        log.Add(first, 0, 0);
    }

    // After a failed write or fsync nobody knows what of it is on the disk. The group is cut off, and the next goes to a new segment.
    private void Abandon()
    {
        try
        {
            active?.Truncate(log.EndOf(activeFirst));
        }
        catch (IOException)
        {
            // What stays behind the durable end is never read in this run. After a restart it may be: then a job whose
            // caller was told that it is not done is reported all the same, once.
        }

        active?.Dispose();
        active = null;
    }
}
