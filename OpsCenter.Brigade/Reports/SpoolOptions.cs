namespace OpsCenter.Brigade.Reports;

/// <summary>Sizes of the spool. The defaults fit; tests make them small.</summary>
public sealed record SpoolOptions
{
    /// <summary>A segment that has this many bytes is followed by a new one; space comes back a segment at a time.</summary>
    public long SegmentBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Reports that may wait for the disk; more wait before they are taken.</summary>
    public int QueueCapacity { get; init; } = 4_096;

    /// <summary>Bytes that are written before one fsync, give or take one report.</summary>
    public int GroupBytes { get; init; } = 1024 * 1024;

    /// <summary>Least time between two fsyncs of the acknowledged position: a lost position costs repeated reports only.</summary>
    public TimeSpan PositionFlushEvery { get; init; } = TimeSpan.FromSeconds(1);
}
