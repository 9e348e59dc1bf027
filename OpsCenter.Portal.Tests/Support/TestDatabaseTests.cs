using FluentAssertions;
using Npgsql;
using Xunit;

namespace OpsCenter.Portal.Tests.Support;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Many_databases_made_at_once_are_apart()
    {
        var databases = Enumerable.Range(0, 4).Select(_ => new TestDatabase()).ToList();
        await Task.WhenAll(databases.Select(database => database.InitializeAsync()));
        await RunAsync(databases[0].ConnectionString, "CREATE TABLE mine ()");

        var seen = await RunAsync(databases[1].ConnectionString, "SELECT to_regclass('mine')::text");

        seen.Should().Be(DBNull.Value);
        databases.Select(database => database.ConnectionString).Should().OnlyHaveUniqueItems();
        await Task.WhenAll(databases.Select(database => database.DisposeAsync()));
    }

    [Fact]
    public async Task A_database_is_dropped_under_an_open_connection()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();

        await database.DisposeAsync();

        var reopen = () => RunAsync(database.ConnectionString, "SELECT 1");
        (await reopen.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task<object?> RunAsync(string connectionString, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }
}
