namespace OpsCenter.Brigade.Reports;

/// <summary>A segment that is being written; a seam so that tests can fill a disk.</summary>
internal interface ISegmentOutput : IDisposable
{
    /// <summary>Writes bytes at a place.</summary>
    /// <exception cref="IOException">They could not be written, or not all of them.</exception>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Returns when all that was written would survive a power cut.</summary>
    /// <exception cref="IOException">It is not known whether it would.</exception>
    void Flush();

    /// <summary>Cuts the segment.</summary>
    void Truncate(long length);
}
