using OpsCenter.Brigade.Reports;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>A disk that can be full, and whose fsync can be held up and counted.</summary>
internal sealed class BrokenDisk
{
    private int flushes;

    public bool IsFull { get; set; }

    /// <summary>Called before every fsync.</summary>
    public Action BeforeFlush { get; set; } = () => { };

    public int Flushes => flushes;

    public ISegmentOutput Open(string path) => new Output(this, new SegmentOutput(path));

    private sealed class Output(BrokenDisk disk, SegmentOutput file) : ISegmentOutput
    {
        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            // A full disk takes what still fits.
            file.Write(disk.IsFull ? bytes[..(bytes.Length / 2)] : bytes, offset);
            if (disk.IsFull)
                throw new IOException("No space left on device");
        }

        public void Flush()
        {
            disk.BeforeFlush();
            Interlocked.Increment(ref disk.flushes);
            file.Flush();
        }

        public void Truncate(long length) => file.Truncate(length);

        public void Dispose() => file.Dispose();
    }
}
