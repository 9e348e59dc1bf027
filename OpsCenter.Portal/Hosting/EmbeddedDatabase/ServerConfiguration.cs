namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// The configuration files we give the server: reachable by one socket, by one operating-system user, with nothing personal in its log.
/// </summary>
internal sealed class ServerConfiguration(ClusterLocation location, EmbeddedPostgresOptions options)
{
    /// <summary>The file that PostgreSQL's own configuration includes.</summary>
    public const string FileName = "opscenter.conf";

    private const string UserMap = "portal";

    /// <summary>File name to content, for the cluster's folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        [FileName] = string.Concat(SettingsFor(location, options).Select(setting => $"{setting.Key} = {Quoted(setting.Value)}\n")),
        // The kernel tells the server who connects. When root runs the portal, the server's own user may enter the socket's folder,
        // and with 'trust' everything running as that user could read the database; so the portal's user is named.
        ["pg_hba.conf"] = $"local all all peer map={UserMap}\n",
        ["pg_ident.conf"] = string.Concat(ClusterDatabase.Roles.Select(role => $"{UserMap} \"{Environment.UserName}\" {role}\n")),
    };

    /// <summary>Whether the files in the cluster are these, so that a running server was started with them.</summary>
    public bool IsInPlace() => Files.All(file => IsInPlace(Path.Combine(location.Cluster, file.Key), file.Value));

    private static bool IsInPlace(string path, string content) => File.Exists(path) && File.ReadAllText(path) == content;

    private static Dictionary<string, string> SettingsFor(ClusterLocation location, EmbeddedPostgresOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["port"] = "5432",
            ["unix_socket_directories"] = location.SocketFolder,
            ["unix_socket_permissions"] = "0700",
            ["max_connections"] = "200",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["lc_messages"] = "C",
            ["log_checkpoints"] = "off",
            // A failed statement and the row it failed on may hold a mail address or a key.
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
        };
        // Commits still reach the operating system at once, so a killed server loses nothing; a crash of the machine may.
        if (!options.Durable)
            settings["fsync"] = settings["full_page_writes"] = "off";

        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        return settings;
    }

    private static string Quoted(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
