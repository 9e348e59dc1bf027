namespace OpsCenter.Brigade.Reports;

/// <summary>What is known about the segments: which there are, and up to where each is durable. Writer and reader meet here.</summary>
internal sealed class SpoolLog
{
    private readonly Lock gate = new();
    private readonly SortedList<long, long> ends = [];
    private long next;

    /// <summary>The number of the next report that is written.</summary>
    public long Next
    {
        get
        {
            lock (gate)
                return next;
        }
    }

    /// <summary>Says the number of the next report while there is no segment.</summary>
    public void StartAt(long number)
    {
        lock (gate)
            next = number;
    }

    /// <summary>Adds a segment that follows all others.</summary>
    /// <param name="first">Number of its first report.</param>
    /// <param name="end">Its durable bytes.</param>
    /// <param name="count">Its durable reports.</param>
    public void Add(long first, long end, long count)
    {
        lock (gate)
        {
            ends[first] = end;
            next = first + count;
        }
    }

    /// <summary>Notes that the last segment became longer.</summary>
    public void Grow(long bytes, int count)
    {
        lock (gate)
        {
            var last = ends.Keys[^1];
            ends[last] += bytes;
            next += count;
        }
    }

    /// <summary>Durable bytes of a segment; none of one that does not exist, as before the first report.</summary>
    public long EndOf(long segment)
    {
        lock (gate)
            return ends.GetValueOrDefault(segment);
    }

    /// <summary>A position that lies in a segment: at the end of one that is not the last, the beginning of the next.</summary>
    public SpoolPosition Settle(SpoolPosition position)
    {
        lock (gate)
        {
            if (ends.Count == 0)
                return new SpoolPosition(next, 0, next);
            if (!ends.TryGetValue(position.Segment, out var end))
                return Beginning(0);

            var at = ends.IndexOfKey(position.Segment);
            var settled = position with { Offset = Math.Min(position.Offset, end), Number = Math.Clamp(position.Number, position.Segment, next) };
            while (settled.Offset >= ends.Values[at] && at < ends.Count - 1)
                settled = Beginning(++at);
            return settled;
        }
    }

    /// <summary>Where the last segment but one begins, or the only one; what Brigade wrote of late lies behind it.</summary>
    public SpoolPosition Lately()
    {
        lock (gate)
            return ends.Count == 0 ? new SpoolPosition(next, 0, next) : Beginning(Math.Max(0, ends.Count - 2));
    }

    /// <summary>Forgets the segments before one and names them.</summary>
    public IReadOnlyList<long> Forget(long before)
    {
        lock (gate)
        {
            List<long> forgotten = [.. ends.Keys.TakeWhile(first => first < before)];
            forgotten.ForEach(first => ends.Remove(first));
            return forgotten;
        }
    }

    private SpoolPosition Beginning(int at) => new(ends.Keys[at], 0, ends.Keys[at]);
}
