using System.Diagnostics;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>
/// Clears a database away when this process ends, in whatever way: the test host is killed a moment after its last test, too soon to do
/// it itself. A shell waits on a pipe that the kernel closes with us.
/// </summary>
internal static class EndOfRun
{
    private const string Script =
        """
        trap '' INT TERM HUP
        exec >/dev/null 2>&1
        cat
        server=$(head -n 1 "$1") && kill -QUIT "$server"
        while kill -0 "$server"; do sleep 0.1; done
        rm -rf "$2"
        """;

    private static readonly List<Process> Shells = [];

    /// <summary>Has the server of a cluster stopped and the folder removed after the end of this process.</summary>
    public static void Clear(ClusterLocation location, DataFolder folder)
    {
        var start = new ProcessStartInfo("sh", ["-c", Script, "sh", PostmasterFile.PathIn(location.Cluster), folder.Path]) { RedirectStandardInput = true };
        var shell = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
        lock (Shells)
            Shells.Add(shell); // kept, so that the pipe stays open
    }
}
