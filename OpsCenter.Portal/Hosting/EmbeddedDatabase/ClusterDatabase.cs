using Npgsql;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// The roles and the database inside the cluster. The portal owns its database but is not a superuser, so that a mistake in a statement
/// of ours can neither read files nor run programs. It may create databases: a restore and the tests need that.
/// </summary>
internal static class ClusterDatabase
{
    /// <summary>The portal's database.</summary>
    public const string Name = "opscenter";

    /// <summary>The portal's role.</summary>
    public const string Role = "opscenter";

    /// <summary>The superuser that initdb makes; used only to create the portal's role and database.</summary>
    public const string Superuser = "postgres";

    /// <summary>A database that every cluster has, to connect to while there is no other.</summary>
    public const string Maintenance = "postgres";

    /// <summary>All roles the portal's operating-system user may take.</summary>
    public static IReadOnlyList<string> Roles { get; } = [Role, Superuser];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Creates the role and the database where they are missing.</summary>
    /// <param name="socketFolder">Where the server listens.</param>
    /// <param name="clock">Measures the pauses while the server recovers.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task EnsureAsync(string socketFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var address = ClusterLocation.ConnectionTo(socketFolder, Superuser, Maintenance);
        address.Pooling = false;
        await using var source = NpgsqlDataSource.Create(address);
        await WaitForRecoveryAsync(source, clock, cancellationToken);

        if (!await ExistsAsync(source, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", Role, cancellationToken))
            await RunAsync(source, $"CREATE ROLE {Role} LOGIN CREATEDB", cancellationToken);
        if (!await ExistsAsync(source, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", Name, cancellationToken))
            await RunAsync(source, $"CREATE DATABASE {Name} OWNER {Role}", cancellationToken);
    }

    // A server that was adopted may still be recovering from the kill that took the portal; it says so and is ready some time later.
    private static async Task WaitForRecoveryAsync(NpgsqlDataSource source, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await RunAsync(source, "SELECT 1", cancellationToken);

                return;
            }
            catch (PostgresException recovering) when (recovering.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource source, string question, string name, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(question);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
