using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace OpsCenter.Bench.Load;

/// <summary>Waits until some of many sockets can be read: one system call, no threads, so that the generator leaves the cores to the servers.</summary>
internal sealed class Poll(IReadOnlyList<Socket> sockets)
{
    private const short Readable = 1;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private readonly Entry[] entries = [.. sockets.Select(socket => new Entry { Descriptor = (int)socket.Handle, Events = Readable })];

    /// <summary>Waits at most that long; afterwards <see cref="IsReadable"/> tells which.</summary>
    public void Wait(TimeSpan limit)
    {
        var nanoseconds = (long)Math.Max(0, limit.TotalNanoseconds);
        var time = new Time { Seconds = nanoseconds / NanosecondsPerSecond, Nanoseconds = nanoseconds % NanosecondsPerSecond };
        _ = Ppoll(entries, (nuint)entries.Length, ref time, 0);
    }

    public bool IsReadable(int index) => entries[index].Returned != 0;

    [DllImport("libc", EntryPoint = "ppoll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ppoll([In, Out] Entry[] entries, nuint count, ref Time limit, nint signals);

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
