using Microsoft.Win32.SafeHandles;

namespace OpsCenter.Brigade.Reports;

/// <summary>Reads the reports of one segment one after another, in pieces. Bytes that are no report are passed over up to the next sound one.</summary>
internal sealed class SegmentReader(string path, long offset) : IDisposable
{
    private const int PieceBytes = 512 * 1024;

    private readonly SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    private readonly byte[] piece = new byte[PieceBytes];
    private long pieceAt;
    private int pieceLength;

    /// <summary>Where the next report begins.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Bytes that were passed over because they are no report.</summary>
    public long Damaged { get; private set; }

    /// <summary>Bytes of the segment.</summary>
    public long Length => RandomAccess.GetLength(file);

    /// <summary>The next frame before an end; empty when there is none. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(long end)
    {
        var begin = Offset;
        for (; Offset < end; Offset++)
        {
            if (SpoolFrame.Measure(At(Offset, end)) is > 0 and var size)
            {
                var frame = At(Offset, end)[..size];
                Damaged += Offset - begin;
                Offset += size;
                return frame;
            }
        }

        Damaged += Offset - begin;
        return [];
    }

    /// <summary>Bytes that were passed over since the last call.</summary>
    public long TakeDamaged()
    {
        var taken = Damaged;
        Damaged = 0;
        return taken;
    }

    public void Dispose() => file.Dispose();

    // What lies at a place: at least a whole frame, if there is as much before the end. Nothing behind the end is kept: it may still be written.
    private ReadOnlySpan<byte> At(long place, long end)
    {
        var wanted = Math.Min(SpoolFrame.MaxBytes, end - place);
        if (place < pieceAt || place + wanted > pieceAt + pieceLength)
        {
            (pieceAt, pieceLength) = (place, 0);
            var most = (int)Math.Min(PieceBytes, end - place);
            while (pieceLength < most && RandomAccess.Read(file, piece.AsSpan(pieceLength, most - pieceLength), place + pieceLength) is > 0 and var read)
                pieceLength += read;
        }

        var from = (int)(place - pieceAt);
        return piece.AsSpan(from..pieceLength);
    }
}
