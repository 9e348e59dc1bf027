using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>
/// The one PostgreSQL of a test run: started when the first test asks for it, stopped and removed when the process ends. Every test
/// class gets a database of its own, cloned from a template that was migrated once.
/// </summary>
internal static class TestCluster
{
    private const string Template = "template_portal";
    private static readonly Lazy<Task<EmbeddedPostgres>> Cluster = new(StartAsync);
    private static readonly SemaphoreSlim Cloning = new(1, 1);
    private static int Count;

    /// <summary>Creates a migrated database and returns how to connect to it.</summary>
    public static async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var cluster = await Cluster.Value;
        var name = $"test_{Interlocked.Increment(ref Count)}";
        await Cloning.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(cluster, $"CREATE DATABASE {name} TEMPLATE {Template}", cancellationToken);
        }
        finally
        {
            Cloning.Release();
        }

        return ConnectionTo(cluster, name);
    }

    /// <summary>Drops a database, cutting off whoever is still connected.</summary>
    public static async Task DropDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await RunAsync(await Cluster.Value, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellationToken);
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var folder = new TestFolder();
        // A worker of autovacuum belongs to a superuser: while one looks at a test's database, the test may not drop it.
        var options = new EmbeddedPostgresOptions
        {
            Data = folder.Data,
            Durable = false,
            Settings = new Dictionary<string, string> { ["autovacuum"] = "off" },
        };
        var cluster = new EmbeddedPostgres(options, NullLogger<EmbeddedPostgres>.Instance, TimeProvider.System);
        EndOfRun.Clear(cluster.Location, folder.Data);
        await cluster.StartAsync(CancellationToken.None);
        await RunAsync(cluster, $"CREATE DATABASE {Template}", CancellationToken.None);
        // No pool: a session left open in the template would forbid cloning it.
        await TemplateMigration.ApplyAsync(ConnectionTo(cluster, Template) + ";Pooling=false", CancellationToken.None);
        return cluster;
    }

    private static async Task RunAsync(EmbeddedPostgres cluster, string statement, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string ConnectionTo(EmbeddedPostgres cluster, string database) =>
        new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = database, IncludeErrorDetail = true }.ConnectionString;
}
