namespace OpsCenter.Brigade.Reports;

/// <summary>Reads the spool from the acknowledged position on, never further than what is durable. Used by one sender.</summary>
internal sealed class SpoolReader(SegmentFolder folder, SpoolLog log) : IDisposable
{
    private readonly HashSet<long> damaged = [];
    private SegmentReader? reader;
    private long segment = -1;

    /// <summary>Bytes of segments that were passed over because they are no reports.</summary>
    public long DamagedBytes { get; private set; }

    /// <summary>Whether bytes of a segment were passed over.</summary>
    public bool IsDamaged(long first) => damaged.Contains(first);

    /// <summary>The next reports.</summary>
    /// <param name="from">The acknowledged position.</param>
    /// <param name="maxCount">Most reports.</param>
    /// <param name="maxBytes">Most bytes of all of them, each counted with the comma that follows it.</param>
    public SpoolWindow Read(SpoolPosition from, int maxCount, int maxBytes)
    {
        var reports = new List<SpooledReport>();
        var position = log.Settle(from);
        var bytes = 0;
        while (reports.Count < maxCount && TryRead(position, out var report, out var after))
        {
            bytes += report.Body.Length + 1;
            if (bytes > maxBytes && reports.Count > 0)
                break;
            reports.Add(report);
            position = log.Settle(after);
        }

        return new SpoolWindow(reports, position);
    }

    public void Dispose() => reader?.Dispose();

    private bool TryRead(SpoolPosition position, out SpooledReport report, out SpoolPosition after)
    {
        for (var at = position; at.Offset < log.EndOf(at.Segment); at = log.Settle(at with { Offset = log.EndOf(at.Segment) }))
        {
            var frame = ReaderAt(at).Next(log.EndOf(at.Segment));
            NoteDamage();
            if (frame.IsEmpty)
                continue; // nothing sound is left in this segment

            report = new SpooledReport(frame[SpoolFrame.HeaderBytes..].ToArray(), SpoolFrame.SpooledAt(frame));
            after = new SpoolPosition(at.Segment, reader!.Offset, at.Number + 1); // ReaderAt opened it
            return true;
        }

        (report, after) = (new SpooledReport([], default), position);
        return false;
    }

    private SegmentReader ReaderAt(SpoolPosition position)
    {
        if (reader is null || segment != position.Segment || reader.Offset != position.Offset)
        {
            reader?.Dispose();
            reader = new SegmentReader(folder.PathOf(position.Segment), position.Offset);
            segment = position.Segment;
        }

        return reader;
    }

    private void NoteDamage()
    {
        if (reader is not { Damaged: > 0 } current)
            return;
        damaged.Add(segment);
        DamagedBytes += current.TakeDamaged();
    }
}
