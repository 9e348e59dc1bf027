using System.Threading.Channels;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Reports;

/// <summary>
/// Reports on disk that Ops-Center has not acknowledged yet. A report that was taken survives a kill and a power cut, and stays until it was
/// answered for good. Files are read piece by piece, so a day's reports take no more memory than a minute's.
/// </summary>
public sealed partial class ReportSpool : IDisposable
{
    private const string FolderName = "spool";

    private readonly SegmentFolder folder;
    private readonly SpoolLog log = new();
    private readonly PositionFile positions;
    private readonly SpoolReader reader;
    private readonly SpoolWriter writer;
    private readonly ILogger<ReportSpool> logger;
    private readonly Channel<bool> more = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock gate = new();
    private SpoolPosition acknowledged;

    /// <summary>Opens the spool and cuts what a kill left half written.</summary>
    /// <exception cref="BrigadeStartException">It cannot be opened.</exception>
    public ReportSpool(BrigadeFolder folder, SpoolOptions options, TimeProvider clock, ILogger<ReportSpool> logger)
        : this(folder, options, clock, logger, path => new SegmentOutput(path))
    {
    }

    internal ReportSpool(
        BrigadeFolder folder, SpoolOptions options, TimeProvider clock, ILogger<ReportSpool> logger, Func<string, ISegmentOutput> open)
    {
        this.logger = logger;
        try
        {
            this.folder = new SegmentFolder(folder.CreateFolder(FolderName));
            positions = new PositionFile(this.folder.PositionPath, clock, options.PositionFlushEvery);
            acknowledged = Recover(positions.Load() ?? new SpoolPosition(1, 0, 1));
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new BrigadeStartException($"The spool in {folder.Path} cannot be opened: {reason.Message}", reason);
        }

        reader = new SpoolReader(this.folder, log);
        writer = new SpoolWriter(this.folder, log, options, clock, open);
        writer.Committed += () => more.Writer.TryWrite(true);
    }

    /// <summary>Reports that Ops-Center has not acknowledged yet.</summary>
    public long Count => log.Next - Acknowledged.Number;

    /// <summary>When the oldest of them was spooled, by Brigade's clock; null when there is none.</summary>
    public DateTimeOffset? OldestSpooledAt => Count == 0 ? null : MomentAt(Acknowledged);

    /// <summary>Why the last report could not be made durable; null when it could.</summary>
    public SpoolException? Failure => writer.Failure;

    /// <summary>Bytes that were passed over because they are no reports any more.</summary>
    internal long DamagedBytes => reader.DamagedBytes;

    private SpoolPosition Acknowledged
    {
        get
        {
            lock (gate)
                return log.Settle(acknowledged);
        }
    }

    /// <summary>Keeps a report; returns when it would survive a power cut. Many at once share one fsync.</summary>
    /// <exception cref="SpoolException">It could not be made durable: the job must not be called done.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the report may have been kept all the same.</exception>
    /// <exception cref="ArgumentException">The report is larger than Ops-Center takes.</exception>
    public Task AppendAsync(UsageReport report, CancellationToken cancellationToken) => AppendAsync(ReportJson.Write(report), cancellationToken);

    /// <summary>Keeps a report that was written before, with the same bytes.</summary>
    internal Task AppendAsync(byte[] report, CancellationToken cancellationToken) => writer.AppendAsync(report, cancellationToken);

    /// <summary>The oldest reports. For one sender.</summary>
    internal SpoolWindow Read(int maxCount, int maxBytes)
    {
        var before = reader.DamagedBytes;
        var window = reader.Read(Acknowledged, maxCount, maxBytes);
        if (reader.DamagedBytes > before)
            LogDamage(logger, reader.DamagedBytes - before, folder.Location);
        return window;
    }

    /// <summary>The reports of late that wait, oldest first: those of the last two segments. For nobody but the start, before jobs are taken.</summary>
    internal IEnumerable<SpooledReport> ReadLately()
    {
        const int Piece = 1_000;
        using var lately = new SpoolReader(folder, log);
        var (from, late) = (Acknowledged, log.Lately());
        from = from.Number >= late.Number ? from : late;
        while (lately.Read(from, Piece, int.MaxValue) is { Reports.Count: > 0 } window)
        {
            foreach (var report in window.Reports)
                yield return report;
            from = window.End;
        }
    }

    /// <summary>Notes that all reports before a place are dealt with. Segments that hold no others are removed.</summary>
    internal void Acknowledge(SpoolPosition end)
    {
        lock (gate)
        {
            acknowledged = log.Settle(end);
            positions.Save(acknowledged);
        }

        foreach (var first in log.Forget(acknowledged.Segment))
            folder.Remove(first, reader.IsDamaged(first));
    }

    /// <summary>Waits until a report was added since the last call.</summary>
    internal async Task WaitForMoreAsync(CancellationToken cancellationToken) => await more.Reader.ReadAsync(cancellationToken);

    /// <summary>Whether a report could be made durable now; tried out when the last one could not.</summary>
    internal bool CanWrite()
    {
        if (Failure is null)
            return true;
        try
        {
            DurableFolder.Replace(Path.Combine(folder.Location, "probe"), new byte[ReportJson.MaxBytes]);
            return true;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Makes durable what was handed over, and closes the spool.</summary>
    public void Dispose()
    {
        writer.Close();
        reader.Dispose();
        positions.Dispose();
    }

    private SpoolPosition Recover(SpoolPosition from)
    {
        var segments = folder.List();
        log.StartAt(from.Number);
        foreach (var first in segments.SkipLast(1))
            log.Add(first, new FileInfo(folder.PathOf(first)).Length, 0);
        if (segments.Count > 0)
            RecoverLast(segments[^1]);
        var start = log.Settle(from);
        LogOpened(logger, log.Next - start.Number, folder.Location);
        return start;
    }

    // Only the last segment can end in the middle of a report: the others were durable before the next began.
    private void RecoverLast(long first)
    {
        var (sound, count) = (0L, 0L);
        using (var segment = new SegmentReader(folder.PathOf(first), 0))
        {
            while (!segment.Next(segment.Length).IsEmpty)
                (sound, count) = (segment.Offset, count + 1);
            if (segment.Length > sound)
                LogTornTail(logger, segment.Length - sound, folder.PathOf(first));
        }

        using (var output = new SegmentOutput(folder.PathOf(first)))
            output.Truncate(sound);
        log.Add(first, sound, count);
    }

    private DateTimeOffset? MomentAt(SpoolPosition position)
    {
        try
        {
            using var segment = new SegmentReader(folder.PathOf(position.Segment), position.Offset);
            return segment.Next(log.EndOf(position.Segment)) is { IsEmpty: false } frame ? SpoolFrame.SpooledAt(frame) : null;
        }
        catch (FileNotFoundException)
        {
            return null; // acknowledged and removed in this moment
        }
    }

    [LoggerMessage(3101, LogLevel.Information, "{Count} reports wait for Ops-Center in {Folder}")]
    private static partial void LogOpened(ILogger logger, long count, string folder);

    [LoggerMessage(3102, LogLevel.Warning, "{Bytes} bytes at the end of {Segment} were cut: Brigade ended while it wrote them, so no job of them was called done")]
    private static partial void LogTornTail(ILogger logger, long bytes, string segment);

    [LoggerMessage(3103, LogLevel.Error, "{Bytes} bytes of the spool in {Folder} are damaged and were passed over; the segment is kept with the ending .damaged")]
    private static partial void LogDamage(ILogger logger, long bytes, string folder);
}
