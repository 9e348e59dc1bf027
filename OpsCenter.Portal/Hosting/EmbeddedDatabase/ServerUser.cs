namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// The operating-system user the server runs as. PostgreSQL refuses to run as root, so root hands the server, and everything written
/// in the server's folder, to the user <c>postgres</c> that the Debian and RPM packages create.
/// </summary>
internal sealed class ServerUser
{
    /// <summary>Whom root hands the server to.</summary>
    public const string Dropped = "postgres";

    /// <summary>The same, as chown understands it: the user and his own group.</summary>
    public const string Owner = Dropped + ":";

    // In this order: setpriv and runuser start no shell and ask nobody; su is on every Unix. An applet of the same name that lacks
    // the options (BusyBox) fails the trial and the next one is taken.
    private static readonly IReadOnlyList<IReadOnlyList<string>> Droppers =
    [
        ["setpriv", $"--reuid={Dropped}", $"--regid={Dropped}", "--init-groups", "--inh-caps=-all", "--"],
        ["runuser", "-u", Dropped, "--"],
        ["su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", Dropped, "--"],
    ];

    private readonly IReadOnlyList<string> prefix;

    private ServerUser(IReadOnlyList<string> prefix) => this.prefix = prefix;

    /// <summary>Whether the server runs as somebody else than the portal.</summary>
    public bool IsDropped => prefix.Count > 0;

    /// <summary>The command line that runs <paramref name="command"/> as the server's user.</summary>
    public IReadOnlyList<string> CommandLine(params IEnumerable<string> command) => [.. prefix, .. command];

    /// <summary>Chooses the user for this process.</summary>
    /// <exception cref="HostingException">We are root and cannot become the user postgres.</exception>
    public static Task<ServerUser> ChooseAsync(CancellationToken cancellationToken) =>
        ChooseAsync(Environment.IsPrivilegedProcess, WorksAsync, cancellationToken);

    /// <summary>The decision itself: <paramref name="works"/> tells whether a command line ends well.</summary>
    internal static async Task<ServerUser> ChooseAsync(
        bool isRoot, Func<IReadOnlyList<string>, CancellationToken, Task<bool>> works, CancellationToken cancellationToken)
    {
        if (!isRoot)
            return new ServerUser([]);

        foreach (var dropper in Droppers)
        {
            if (await works([.. dropper, "true"], cancellationToken))
                return new ServerUser(dropper);
        }

        throw new HostingException(
            $"PostgreSQL refuses to run as root, and this process could not become the user '{Dropped}' (tried setpriv, runuser and su). " +
            "Install the PostgreSQL package of your system, which creates that user, or run the portal as an ordinary user.");
    }

    /// <summary>Runs a program as the server's user.</summary>
    public Task<CommandResult> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken) =>
        Command.RunAsync(CommandLine(command), "", cancellationToken);

    /// <summary>
    /// Writes a file as the server's user. Root must not write by itself in a folder that belongs to another user: a link planted
    /// there would lead its hand elsewhere.
    /// </summary>
    public async Task WriteAsync(string path, string content, CancellationToken cancellationToken) =>
        (await Command.RunAsync(CommandLine("tee", path), content, cancellationToken)).Require($"{path} cannot be written");

    private static async Task<bool> WorksAsync(IReadOnlyList<string> commandLine, CancellationToken cancellationToken)
    {
        if (!SearchPath.Contains(commandLine[0]))
            return false;
        return (await Command.RunAsync(commandLine, "", cancellationToken)).Succeeded;
    }
}
