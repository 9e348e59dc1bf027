using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpsCenter.Brigade.Hosting;

/// <summary>What .NET lacks: making the names in a folder durable, so that a new or renamed file is still there after a power cut.</summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Returns when the folder's names would survive a power cut.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string path)
    {
        using var folder = new SafeFileHandle(Open(path, ReadOnly), ownsHandle: true);
        if (folder.IsInvalid)
            throw new IOException($"The folder {path} cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        RandomAccess.FlushToDisk(folder);
    }

    /// <summary>Replaces a file so that a power cut leaves either the old or the new content.</summary>
    /// <exception cref="IOException">It cannot be written; the old content stands.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var draft = path + ".new";
        using (var file = File.OpenHandle(draft, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, content, 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(draft, path, overwrite: true);
        Flush(Path.GetDirectoryName(path) ?? ".");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
