using Microsoft.Win32.SafeHandles;

namespace OpsCenter.Brigade.Reports;

/// <summary>A segment on disk.</summary>
internal sealed class SegmentOutput(string path) : ISegmentOutput
{
    private readonly SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    public void Flush() => RandomAccess.FlushToDisk(file);

    public void Truncate(long length) => RandomAccess.SetLength(file, length);

    public void Dispose() => file.Dispose();
}
