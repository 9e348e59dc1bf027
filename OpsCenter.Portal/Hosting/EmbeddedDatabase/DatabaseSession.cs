namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// The portal's database for the length of one command, whether or not a portal is running: the external one, the running portal's, or the
/// embedded one started for the purpose and stopped at the end.
/// </summary>
public sealed class DatabaseSession : IAsyncDisposable
{
    private readonly EmbeddedPostgres? owned;

    private DatabaseSession(string connectionString, PostgresBinaries? binaries, EmbeddedPostgres? owned)
    {
        ConnectionString = connectionString;
        Binaries = binaries;
        this.owned = owned;
    }

    /// <summary>How to connect to the database.</summary>
    public string ConnectionString { get; }

    /// <summary>PostgreSQL's programs of the embedded database's version; null for an external database.</summary>
    internal PostgresBinaries? Binaries { get; }

    /// <summary>Opens the database the settings name.</summary>
    /// <exception cref="HostingException">It cannot be reached; the message says why.</exception>
    public static async Task<DatabaseSession> OpenAsync(
        HostingOptions options, ILoggerFactory loggers, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (options.ConnectionString is { } external)
            return new DatabaseSession(external, binaries: null, owned: null);
        try
        {
            return await StartAsync(options, loggers, clock, cancellationToken);
        }
        catch (DataFolderInUseException)
        {
            return await JoinAsync(options, clock, cancellationToken);
        }
    }

    /// <summary>Opens the embedded database for this process alone.</summary>
    /// <exception cref="DataFolderInUseException">A portal is running.</exception>
    /// <exception cref="HostingException">The database cannot run here; the message says why and what to do.</exception>
    internal static async Task<DatabaseSession> StartAsync(
        HostingOptions options, ILoggerFactory loggers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var embedded = new EmbeddedPostgresOptions { Data = options.Data, BinariesFolder = options.PostgresBinaries };
        var postgres = new EmbeddedPostgres(embedded, loggers.CreateLogger<EmbeddedPostgres>(), clock);
        try
        {
            await postgres.StartAsync(cancellationToken);
            return new DatabaseSession(postgres.ConnectionString, postgres.Binaries, postgres);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (owned is not null)
            await owned.DisposeAsync();
    }

    // The running portal's server says where its socket is; ours to decide it would be only if we had started it.
    private static async Task<DatabaseSession> JoinAsync(HostingOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var location = ClusterLocation.For(options.Data, Environment.IsPrivilegedProcess, clock.GetUtcNow());
        if (PostmasterFile.Read(location.Cluster) is not { } server || ClusterFiles.ReadMajor(location) is not { } major)
            throw new HostingException($"The portal on {options.Data} has not finished starting. Try again in a moment.");

        var binaries = await PostgresBinariesFinder.ForThisMachine(options.PostgresBinaries).FindAsync(major, cancellationToken);
        return new DatabaseSession(EmbeddedPostgres.ConnectionStringOf(server.SocketFolder), binaries, owned: null);
    }
}
