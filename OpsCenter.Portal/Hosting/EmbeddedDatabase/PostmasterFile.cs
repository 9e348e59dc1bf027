using System.Globalization;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// What <c>postmaster.pid</c> in a cluster says about the server that wrote it. The server may be long dead, and its process id may
/// belong to another program by now.
/// </summary>
internal sealed record PostmasterFile(int ProcessId, string Cluster, string SocketFolder)
{
    private const int SocketFolderLine = 4;

    /// <summary>The file's path in a cluster.</summary>
    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The path of the file that a server keeps beside its socket; it says the same.</summary>
    public static string PathBeside(string socket) => $"{socket}.lock";

    /// <summary>Reads the file; null when there is none, or the server has not finished writing it.</summary>
    public static PostmasterFile? Read(string cluster) => Read(PathIn(cluster), cluster);

    /// <summary>Reads the file in the cluster or the one beside the socket.</summary>
    public static PostmasterFile? Read(string path, string cluster)
    {
        var lines = LinesOf(path);
        return lines.Length > SocketFolderLine && int.TryParse(lines[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? new PostmasterFile(id, cluster, lines[SocketFolderLine])
            : null;
    }

    /// <summary>Whether that process exists and is a server on this cluster.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        var commandLine = await CommandLineAsync(cancellationToken) ?? "";
        return commandLine.Contains("postgres", StringComparison.Ordinal)
            && $"{commandLine.TrimEnd()} ".Contains($" -D {Cluster} ", StringComparison.Ordinal);
    }

    /// <summary>Whether the number belongs to another program by now, or to the remains of the server that nobody has collected.</summary>
    public async Task<bool> IsMisleadingAsync(CancellationToken cancellationToken) =>
        await CommandLineAsync(cancellationToken) is not null && !await IsRunningAsync(cancellationToken);

    private static string[] LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    // Null when there is no such process. One that ended but was not collected by its parent is still listed, with no command line.
    private async Task<string?> CommandLineAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsLinux())
            return LinuxCommandLine();
        var listed = await Command.RunAsync(["ps", "-o", "command=", "-p", ProcessId.ToString(CultureInfo.InvariantCulture)], "", cancellationToken);
        return listed.Succeeded ? listed.Output : null;
    }

    private string? LinuxCommandLine()
    {
        try
        {
            return File.ReadAllText($"/proc/{ProcessId}/cmdline").Replace('\0', ' ');
        }
        catch (IOException) // no such folder, or the process ended while we read
        {
            return null;
        }
    }
}
