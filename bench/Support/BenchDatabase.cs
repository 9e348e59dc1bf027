using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Bench;

/// <summary>A PostgreSQL of its own in a temporary folder, set up as the portal's embedded one: durable, everything else default.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres postgres;
    private readonly NpgsqlDataSource source;
    private readonly Lazy<Task> removal;

    private BenchDatabase(DataFolder folder, EmbeddedPostgres postgres)
    {
        Folder = folder;
        this.postgres = postgres;
        source = NpgsqlDataSource.Create(postgres.ConnectionString + ";Command Timeout=0");
        removal = new Lazy<Task>(RemoveAsync);
    }

    /// <summary>The temporary folder; removed at the end.</summary>
    public DataFolder Folder { get; }

    public string ConnectionString => postgres.ConnectionString;

    public NpgsqlDataSource Source => source;

    /// <summary>How to connect to another database of this server.</summary>
    public string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Connects as who may do everything; a benchmark fills tables past their triggers and reads statistics.</summary>
    public NpgsqlDataSource SuperuserOf(string database) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Username = "postgres", CommandTimeout = 0 });

    public static async Task<BenchDatabase> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"opscenter-bench-{Environment.ProcessId}"));
        folder.Create();
        var options = new EmbeddedPostgresOptions { Data = folder, Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value) };
        var postgres = new EmbeddedPostgres(options, NullLogger<EmbeddedPostgres>.Instance, TimeProvider.System);
        await postgres.StartAsync(CancellationToken.None);
        return new BenchDatabase(folder, postgres);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    /// <summary>The server's process: the parent of every session.</summary>
    public async Task<int> ServerIdAsync()
    {
        await using var command = source.CreateCommand("select pg_backend_pid()");
        return ProcessTimes.ParentOf((int)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("No process.")));
    }

    // An interruption and the failure it causes may both come here.
    public ValueTask DisposeAsync() => new(removal.Value);

    private async Task RemoveAsync()
    {
        await source.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(Folder.Path, recursive: true);
    }
}
