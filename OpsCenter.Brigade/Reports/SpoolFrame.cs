using System.Buffers.Binary;
using System.Numerics;

namespace OpsCenter.Brigade.Reports;

/// <summary>
/// How a report lies in a segment: its length, a checksum over the rest, the moment it was spooled, and its bytes. Zeros, which a file system
/// may leave after a power cut, are no frame.
/// </summary>
internal static class SpoolFrame
{
    /// <summary>Bytes before a report.</summary>
    public const int HeaderBytes = 16;

    /// <summary>The largest frame.</summary>
    public const int MaxBytes = HeaderBytes + ReportJson.MaxBytes;

    private const int ChecksumAt = 4;
    private const int MomentAt = 8;

    /// <summary>Writes a frame at the beginning of a span that is long enough.</summary>
    public static void Write(Span<byte> target, DateTimeOffset spooledAt, ReadOnlySpan<byte> report)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target, report.Length);
        BinaryPrimitives.WriteInt64LittleEndian(target[MomentAt..], spooledAt.ToUnixTimeMilliseconds());
        report.CopyTo(target[HeaderBytes..]);
        BinaryPrimitives.WriteUInt32LittleEndian(target[ChecksumAt..], Checksum(target[MomentAt..(HeaderBytes + report.Length)]));
    }

    /// <summary>The length of the frame that a span begins with; 0 when it begins with no whole and sound frame.</summary>
    public static int Measure(ReadOnlySpan<byte> source)
    {
        if (source.Length < HeaderBytes || BinaryPrimitives.ReadInt32LittleEndian(source) is not (> 0 and <= ReportJson.MaxBytes and var length))
            return 0;

        var size = HeaderBytes + length;
        return source.Length >= size && BinaryPrimitives.ReadUInt32LittleEndian(source[ChecksumAt..]) == Checksum(source[MomentAt..size]) ? size : 0;
    }

    /// <summary>When the report in a sound frame was spooled.</summary>
    public static DateTimeOffset SpooledAt(ReadOnlySpan<byte> frame) =>
        DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(frame[MomentAt..]));

    /// <summary>CRC-32C, as it guards every frame.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var single in bytes)
            sum = BitOperations.Crc32C(sum, single);
        return ~sum;
    }
}
