namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// A private PostgreSQL in the data folder, reachable by a unix socket only and by the portal's operating-system user only. It is started
/// with the portal and stopped with it. A portal that was killed leaves its server running: the next one adopts it, or restarts it when its
/// settings differ.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions options;
    private readonly ClusterLocation location;
    private readonly ILogger<EmbeddedPostgres> logger;
    private readonly SemaphoreSlim gate = new(1, 1);
    private DataFolderLock? folderLock;
    private ClusterServer? server;
    private bool isOpen;

    public EmbeddedPostgres(EmbeddedPostgresOptions options, ILogger<EmbeddedPostgres> logger, TimeProvider clock)
        : this(options, ClusterLocation.For(options.Data, Environment.IsPrivilegedProcess, clock.GetUtcNow()), logger)
    {
    }

    internal EmbeddedPostgres(EmbeddedPostgresOptions options, ClusterLocation location, ILogger<EmbeddedPostgres> logger)
    {
        this.options = options;
        this.location = location;
        this.logger = logger;
    }

    /// <summary>How to connect to the portal's database; known before the server runs.</summary>
    public string ConnectionString => ConnectionStringOf(location.SocketFolder);

    /// <summary>The programs of the installation that runs; null before the start.</summary>
    internal PostgresBinaries? Binaries { get; private set; }

    internal ClusterLocation Location => location;

    /// <summary>Takes the data folder for this process and brings the database up; returns when it accepts connections. Safe to call again.</summary>
    /// <exception cref="DataFolderInUseException">Another portal works on the data folder.</exception>
    /// <exception cref="HostingException">The database cannot run here; the message says why and what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (isOpen)
                return;
            folderLock ??= DataFolderLock.Take(options.Data);
            await OpenAsync(cancellationToken);
            isOpen = true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Stops the server, keeping every commit, and gives the data folder free. Safe to call again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            isOpen = false;
            await StopServerAsync(cancellationToken);
            folderLock?.Dispose();
            folderLock = null;
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    /// <summary>Whether the server is up, as far as its socket tells; true as well when it is not ours to keep up.</summary>
    internal async Task<bool> IsUpAsync(CancellationToken cancellationToken) =>
        !isOpen || server is null || await server.IsListeningAsync(cancellationToken);

    /// <summary>Starts a server that died, or one that lost its socket, again. Does nothing after a stop.</summary>
    internal async Task RestartAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!isOpen || server is null)
                return;
            await server.StopAsync(cancellationToken);
            await server.StartAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>How to connect to the portal's database on a server with its socket in that folder.</summary>
    internal static string ConnectionStringOf(string socketFolder) =>
        ClusterLocation.ConnectionTo(socketFolder, ClusterDatabase.Role, ClusterDatabase.Name).ConnectionString;

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var user = await ServerUser.ChooseAsync(cancellationToken);
        var configuration = new ServerConfiguration(location, options);
        var files = new ClusterFiles(location, user, configuration);
        await files.PrepareAsync(cancellationToken);
        if (location.ClosedParent is { } closed)
            logger.ClusterIsElsewhere(location.Folder, closed);

        var major = ClusterFiles.ReadMajor(location);
        Binaries = await PostgresBinariesFinder.ForThisMachine(options.BinariesFolder).FindAsync(major, cancellationToken);
        if (major is null)
            await files.InitialiseAsync(Binaries, options.Durable, cancellationToken);

        server = new ClusterServer(location, Binaries, user);
        if (await server.RunningAsync(cancellationToken) is { } running
            && configuration.IsInPlace()
            && await server.IsListeningAsync(cancellationToken))
        {
            logger.ServerAdopted(running.ProcessId);
        }
        else
        {
            await server.StopAsync(cancellationToken);
            await files.ConfigureAsync(cancellationToken);
            await server.StartAsync();
            logger.ServerStarted(Binaries.Major, location.Folder);
        }

        await ClusterDatabase.EnsureAsync(location.SocketFolder, TimeProvider.System, cancellationToken);
    }

    private async Task StopServerAsync(CancellationToken cancellationToken)
    {
        if (server is null)
            return;
        if (!options.Durable)
            await server.StopAtOnceAsync(cancellationToken);
        else if (!await server.StopAsync(cancellationToken))
            logger.ServerStoppedTheHardWay();
        logger.ServerStopped();
        server = null;
    }
}
