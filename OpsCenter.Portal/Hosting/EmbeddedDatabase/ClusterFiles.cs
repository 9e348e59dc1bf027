namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>Prepares the cluster's folders and creates the cluster.</summary>
internal sealed class ClusterFiles(ClusterLocation location, ServerUser user, ServerConfiguration configuration)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerAndPassers = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // pg_ctl passes its paths through a shell, between double quotes.
    private const string ShellCharacters = "\"$`\\\n";

    /// <summary>The major version that made a cluster; null when there is no cluster.</summary>
    /// <exception cref="HostingException">The cluster does not say so.</exception>
    public static int? ReadMajor(ClusterLocation location)
    {
        if (!File.Exists(location.VersionFile))
            return null;
        var text = File.ReadAllText(location.VersionFile).Trim();
        return int.TryParse(text, out var major)
            ? major
            : throw new HostingException($"{location.VersionFile} holds '{text}', which is not a version of PostgreSQL.");
    }

    /// <summary>Makes the folders, with the owner and mode each must have.</summary>
    /// <exception cref="HostingException">The server's user cannot work there; the message says why.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (location.Folder.AsSpan().IndexOfAny(ShellCharacters) >= 0)
            throw new HostingException($"PostgreSQL's tools cannot work in {location.Folder}: it holds a quote, dollar, backslash or line break.");

        await CreateFolderAsync(cancellationToken);
        if (!(await user.RunAsync(["test", "-w", location.Folder], cancellationToken)).Succeeded)
            throw new HostingException(Unreachable());

        await CreateSocketFolderAsync(cancellationToken);
    }

    /// <summary>Creates the cluster, complete or not at all: an interrupted attempt leaves only a folder that the next one removes.</summary>
    public async Task InitialiseAsync(PostgresBinaries binaries, bool durable, CancellationToken cancellationToken)
    {
        var unfinished = location.Cluster + ".new";
        (await user.RunAsync(["rm", "-rf", unfinished], cancellationToken)).Require($"{unfinished} cannot be removed");
        var initialised = await user.RunAsync(
        [
            binaries["initdb"], "--pgdata", unfinished, "--username", ClusterDatabase.Superuser, "--encoding=UTF8",
            // Code-point order is the same on every machine, so an index survives a move or an upgrade of the system's C library.
            OperatingSystem.IsMacOS() ? "--locale=en_US.UTF-8" : "--locale=C.UTF-8",
            "--auth-local=peer", "--auth-host=reject", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ], cancellationToken);
        initialised.Require("initdb could not create the database cluster");
        await user.WriteAsync(Path.Combine(unfinished, "postgresql.conf"), $"include = '{ServerConfiguration.FileName}'\n", cancellationToken);
        (await user.RunAsync(["mv", unfinished, location.Cluster], cancellationToken)).Require($"{location.Cluster} cannot be created");
    }

    /// <summary>Writes our configuration into the cluster.</summary>
    public async Task ConfigureAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, content) in configuration.Files)
            await user.WriteAsync(Path.Combine(location.Cluster, name), content, cancellationToken);
    }

    private async Task CreateFolderAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(location.Folder) || !Directory.EnumerateFileSystemEntries(location.Folder).Any())
        {
            if (location.Folder != location.Entry)
                Directory.CreateDirectory(Path.GetDirectoryName(location.Folder)!, OwnerAndPassers); // an absolute path below a folder of ours
            Directory.CreateDirectory(location.Folder, OwnerOnly);
            if (user.IsDropped)
                await HandOverAsync(cancellationToken);
        }

        if (!Path.Exists(location.Entry))
            File.CreateSymbolicLink(location.Entry, location.Folder);
    }

    private async Task HandOverAsync(CancellationToken cancellationToken)
    {
        var changed = await Command.RunAsync(["chown", ServerUser.Owner, location.Folder], "", cancellationToken);
        changed.Require($"{location.Folder} cannot be handed over to the user '{ServerUser.Dropped}'");
    }

    private async Task CreateSocketFolderAsync(CancellationToken cancellationToken)
    {
        var folder = location.SocketFolder;
        await user.RunAsync(["mkdir", "-m", "700", folder], cancellationToken);
        // In /tmp somebody else may have been there first: only the owner can set the mode, and a link is not ours.
        var secured = await user.RunAsync(["chmod", "700", folder], cancellationToken);
        if (!secured.Succeeded || new DirectoryInfo(folder).LinkTarget is not null)
            throw new HostingException($"The folder {folder} for the database's socket belongs to somebody else. {secured.Output.Trim()}");
    }

    private string Unreachable() => user.IsDropped
        ? $"PostgreSQL refuses to run as root, so it runs as the user '{ServerUser.Dropped}', who cannot work in {location.Folder}: a folder above " +
          "it is closed to other users, or it was made by a portal that ran as another user. Run the portal as that user, or set OPSCENTER_DATA " +
          "to another folder, such as /var/lib/opscenter."
        : $"The user '{Environment.UserName}' cannot work in {location.Folder}: it was made by a portal that ran as another user. Run the portal " +
          "as that user, or set OPSCENTER_DATA to another folder.";
}
