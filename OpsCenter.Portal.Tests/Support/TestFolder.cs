using System.Diagnostics;
using System.Globalization;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>
/// A temporary data folder, named for the process that made it, so that a later run can tell the leftovers of a killed one and
/// remove them together with the PostgreSQL that may still run there.
/// </summary>
public sealed class TestFolder
{
    private static readonly string Prefix = $"opscenter-tests-{Environment.UserName}-";
    private static int Count;

    public TestFolder()
    {
        var number = Interlocked.Increment(ref Count);
        if (number == 1)
            RemoveLeftovers();
        Data = new DataFolder(Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{number}")));
        Data.Create();
    }

    public DataFolder Data { get; }

    /// <summary>Stops what runs in the folder and removes it.</summary>
    public void Remove() => Remove(Data.Path);

    // What killed runs of this user left behind.
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(folder => !IsOwnerAlive(folder)))
            Remove(folder);
    }

    private static void Remove(string folder)
    {
        StopServer(folder);
        // Unlike Directory.Delete, rm does not mind that somebody else is removing the same files.
        using var removal = Process.Start("rm", ["-rf", folder]);
        removal.WaitForExit();
    }

    // Nothing in the folder is worth an orderly stop.
    private static void StopServer(string folder)
    {
        var location = ClusterLocation.For(new DataFolder(folder), isRoot: false, DateTimeOffset.UnixEpoch);
        if (PostmasterFile.Read(location.Cluster) is not { } server || !server.IsRunningAsync(CancellationToken.None).GetAwaiter().GetResult())
            return;
        using var process = Process.GetProcessById(server.ProcessId);
        process.Kill();
        process.WaitForExit();
    }

    private static bool IsOwnerAlive(string folder)
    {
        var owner = int.Parse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture);
        return Process.GetProcesses().Any(process => process.Id == owner);
    }
}
