using Npgsql;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Hosting.Backup;

/// <summary>
/// Puts a backup in the place of the embedded database. It is restored beside the present database and exchanged for it in one transaction,
/// so there is never half of either.
/// </summary>
internal sealed class DatabaseRestore(DatabaseSession session)
{
    private const string Incoming = ClusterDatabase.Name + "_incoming";
    private const string Outgoing = ClusterDatabase.Name + "_outgoing";
    private readonly DumpTools tools = new(session);

    /// <summary>Whether the present database holds nothing that a restore would replace.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var source = SourceFor(ClusterDatabase.Name);
        await using var command = source.CreateCommand(
            """
            SELECT NOT EXISTS (
                SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
            """);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Checks that the file is a backup.</summary>
    /// <exception cref="HostingException">It is missing, or no backup.</exception>
    public async Task VerifyAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new HostingException($"There is no file {file}.");
        await tools.VerifyAsync(file, cancellationToken);
    }

    /// <summary>Replaces the database by the backup.</summary>
    /// <exception cref="HostingException">It could not be restored; the present database is untouched.</exception>
    public async Task ReplaceAsync(string file, CancellationToken cancellationToken)
    {
        await using var maintenance = SourceFor(ClusterDatabase.Maintenance);
        await DropAsync(maintenance, Incoming, cancellationToken);
        await DropAsync(maintenance, Outgoing, cancellationToken);
        await RunAsync(maintenance, $"CREATE DATABASE {Incoming}", cancellationToken);
        try
        {
            await tools.RestoreAsync(file, Incoming, cancellationToken);
        }
        catch
        {
            await DropAsync(maintenance, Incoming, CancellationToken.None);
            throw;
        }

        await using (var incoming = SourceFor(Incoming))
            await RunAsync(incoming, "ANALYZE", cancellationToken); // a dump carries no statistics for the planner
        await ExchangeAsync(maintenance, cancellationToken);
        await DropAsync(maintenance, Outgoing, cancellationToken);
    }

    private static async Task ExchangeAsync(NpgsqlDataSource maintenance, CancellationToken cancellationToken)
    {
        await using var connection = await maintenance.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand($"ALTER DATABASE {ClusterDatabase.Name} RENAME TO {Outgoing}"),
                new NpgsqlBatchCommand($"ALTER DATABASE {Incoming} RENAME TO {ClusterDatabase.Name}"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Task DropAsync(NpgsqlDataSource maintenance, string database, CancellationToken cancellationToken) =>
        RunAsync(maintenance, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)", cancellationToken);

    private static async Task RunAsync(NpgsqlDataSource source, string statement, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 0; // as long as the size of the data asks for
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // No pools: an idle session in a database would forbid renaming it.
    private NpgsqlDataSource SourceFor(string database) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(session.ConnectionString) { Database = database, Pooling = false });
}
