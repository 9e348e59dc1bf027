using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace OpsCenter.Brigade.Reports;

/// <summary>
/// Keeps the acknowledged position in two places in turn, each with a checksum, so that a torn write leaves the one before. A kill loses
/// nothing; a power cut at most what <see cref="SpoolOptions.PositionFlushEvery"/> allows, and then reports are sent again.
/// </summary>
internal sealed class PositionFile : IDisposable
{
    private const int SlotBytes = 64;
    private const int Slots = 2;
    private const int ChecksumAt = 32;

    private readonly SafeFileHandle file;
    private readonly TimeProvider clock;
    private readonly TimeSpan flushEvery;
    private long turn;
    private long flushedAt;

    public PositionFile(string path, TimeProvider clock, TimeSpan flushEvery)
    {
        (this.clock, this.flushEvery) = (clock, flushEvery);
        file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        flushedAt = clock.GetTimestamp();
    }

    /// <summary>The position that was kept last; null when none was, or none can be read.</summary>
    public SpoolPosition? Load()
    {
        SpoolPosition? newest = null;
        Span<byte> slot = stackalloc byte[SlotBytes];
        for (var i = 0; i < Slots; i++)
        {
            if (RandomAccess.Read(file, slot, i * SlotBytes) != SlotBytes
                || BinaryPrimitives.ReadUInt32LittleEndian(slot[ChecksumAt..]) != SpoolFrame.Checksum(slot[..ChecksumAt])
                || Number(slot, 0) is not (> 0 and var itsTurn) || itsTurn <= turn)
            {
                continue;
            }

            turn = itsTurn;
            newest = new SpoolPosition(Number(slot, 1), Number(slot, 2), Number(slot, 3));
        }

        return newest;
    }

    /// <summary>Keeps a position.</summary>
    public void Save(SpoolPosition position)
    {
        turn++;
        Span<byte> slot = stackalloc byte[SlotBytes];
        slot.Clear();
        long[] numbers = [turn, position.Segment, position.Offset, position.Number];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(slot[(i * sizeof(long))..], numbers[i]);
        BinaryPrimitives.WriteUInt32LittleEndian(slot[ChecksumAt..], SpoolFrame.Checksum(slot[..ChecksumAt]));
        RandomAccess.Write(file, slot, turn % Slots * SlotBytes);
        if (clock.GetElapsedTime(flushedAt) >= flushEvery)
            Flush();
    }

    public void Dispose()
    {
        Flush();
        file.Dispose();
    }

    private void Flush()
    {
        RandomAccess.FlushToDisk(file);
        flushedAt = clock.GetTimestamp();
    }

    private static long Number(ReadOnlySpan<byte> slot, int at) => BinaryPrimitives.ReadInt64LittleEndian(slot[(at * sizeof(long))..]);
}
