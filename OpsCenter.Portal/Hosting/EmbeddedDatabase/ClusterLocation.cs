using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// Where the embedded cluster and its socket are. Usually <c>postgres</c> in the data folder. When root runs the portal in a place that other users
/// cannot enter (a clone in /root), the server's user could not reach it: then that name is a link to a folder of its own in /var/lib/opscenter.
/// </summary>
internal sealed record ClusterLocation
{
    private const string Elsewhere = "/var/lib/opscenter";
    private const string SocketName = ".s.PGSQL.5432";

    // The size of sun_path less the closing NUL: 108 on Linux, 104 on macOS.
    private static readonly int LongestSocketPath = OperatingSystem.IsLinux() ? 107 : 103;

    /// <summary>The path by which the data folder knows the cluster: a folder, or a link to <see cref="Folder"/>.</summary>
    public required string Entry { get; init; }

    /// <summary>The folder that belongs to the server's user.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of the server's socket, open to the server's user alone.</summary>
    public required string SocketFolder { get; init; }

    /// <summary>The parent that is closed to other users and made us go elsewhere; null when there is none.</summary>
    public string? ClosedParent { get; private init; }

    /// <summary>PostgreSQL's own data folder.</summary>
    public string Cluster => Path.Combine(Folder, "cluster");

    /// <summary>The file in which a cluster says which version made it.</summary>
    public string VersionFile => Path.Combine(Cluster, "PG_VERSION");

    /// <summary>The server's log.</summary>
    public string Log => Path.Combine(Folder, "server.log");

    /// <summary>Where the server listens.</summary>
    public string Socket => SocketIn(SocketFolder);

    /// <summary>Decides the places for a data folder. <paramref name="isRoot"/>: the server will run as another user.</summary>
    public static ClusterLocation For(DataFolder data, bool isRoot, DateTimeOffset now)
    {
        var entry = data.Combine("postgres");
        var closed = isRoot && !IsFolder(entry) ? ClosedAncestor(data) : null;
        var folder = LinkTarget(entry) ?? (closed is null ? entry : Path.Combine(Elsewhere, $"cluster-{Guid.CreateVersion7(now):N}"));
        return new ClusterLocation { Entry = entry, Folder = folder, SocketFolder = SocketFolderFor(folder), ClosedParent = closed };
    }

    /// <summary>How to connect to a database of the cluster as one of its roles.</summary>
    public static NpgsqlConnectionStringBuilder ConnectionTo(string socketFolder, string role, string database) => new()
    {
        Host = socketFolder,
        Username = role,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    private static string? LinkTarget(string entry) =>
        new DirectoryInfo(entry).LinkTarget is { } target ? Path.GetFullPath(target, Path.GetDirectoryName(entry) ?? "/") : null;

    private static bool IsFolder(string entry) => Directory.Exists(entry) && LinkTarget(entry) is null;

    private static string? ClosedAncestor(DataFolder data) =>
        Ancestors(data.Path).FirstOrDefault(folder => !File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute));

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
                yield return folder;
        }
    }

    // The short path in /tmp is guessable; the server's user makes it with mode 0700 and refuses one that belongs to somebody else.
    private static string SocketFolderFor(string folder)
    {
        var preferred = Path.Combine(folder, "run");
        return Encoding.UTF8.GetByteCount(SocketIn(preferred)) <= LongestSocketPath && IsPlain(preferred)
            ? preferred
            : $"/tmp/opscenter-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16]}";
    }

    // A comma separates hosts in a connection string and folders in the server's setting.
    private static bool IsPlain(string path) => path.All(character => char.IsLetterOrDigit(character) || "/._-+@ ".Contains(character));

    private static string SocketIn(string folder) => Path.Combine(folder, SocketName);
}
