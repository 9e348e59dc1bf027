using Npgsql;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A database answers nobody until this is disposed of: connections are cut and new ones refused.</summary>
internal sealed class DatabaseOutage : IAsyncDisposable
{
    private readonly NpgsqlDataSource server;
    private readonly string name;

    private DatabaseOutage(TestDatabase database)
    {
        var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        name = target.Database ?? throw new InvalidOperationException("The database has no name.");
        target.Database = "postgres";
        target.Pooling = false;
        server = NpgsqlDataSource.Create(target);
    }

    public static async Task<DatabaseOutage> BeginAsync(TestDatabase database)
    {
        var outage = new DatabaseOutage(database);
        await outage.ExecuteAsync($"alter database {outage.name} allow_connections false");
        await outage.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{outage.name}'");

        return outage;
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"alter database {name} allow_connections true");
        await server.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
