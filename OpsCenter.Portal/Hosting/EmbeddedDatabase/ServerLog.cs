namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>The server's log file.</summary>
internal sealed class ServerLog(string path)
{
    private const int TailLines = 15;
    private const long LargestBytes = 8 * 1024 * 1024;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>The last lines, for the message of an error; empty when there is no log.</summary>
    public string Tail() => File.Exists(path) ? string.Join('\n', File.ReadLines(path).TakeLast(TailLines)) : "";

    /// <summary>Sets a large log aside, in place of an earlier one, so that logs never fill the disk. Only while no server writes it.</summary>
    public async Task RotateAsync(ServerUser user, CancellationToken cancellationToken)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LargestBytes })
            (await user.RunAsync(["mv", "-f", path, path + ".1"], cancellationToken)).Require($"{path} cannot be set aside");
    }
}
