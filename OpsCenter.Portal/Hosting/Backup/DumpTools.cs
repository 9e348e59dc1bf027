using Npgsql;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Hosting.Backup;

/// <summary>pg_dump and pg_restore, pointed at the portal's database.</summary>
internal sealed class DumpTools
{
    private readonly PostgresBinaries binaries;
    private readonly NpgsqlConnectionStringBuilder address;

    /// <exception cref="HostingException">The database is not the embedded one.</exception>
    public DumpTools(DatabaseSession session)
    {
        binaries = session.Binaries ?? throw new HostingException(
            "Backup and restore are for the embedded database. ConnectionStrings__OpsCenter names another PostgreSQL: use its own tools, " +
            "pg_dump and pg_restore.");
        address = new NpgsqlConnectionStringBuilder(session.ConnectionString);
    }

    /// <summary>Writes the database to a file in PostgreSQL's custom format.</summary>
    public async Task DumpAsync(string file, CancellationToken cancellationToken) =>
        (await RunAsync("pg_dump", cancellationToken, "--format=custom", "--file", file, "--dbname", address.Database!))
        .Require("The backup could not be taken");

    /// <summary>Reads a dump to its end; the table of contents alone would not show that the data behind it is cut off.</summary>
    /// <exception cref="HostingException">The file is no dump, or not a whole one.</exception>
    public async Task VerifyAsync(string file, CancellationToken cancellationToken) =>
        (await Command.RunAsync([binaries["pg_restore"], "--file=/dev/null", file], "", cancellationToken))
        .Require($"{file} is not a whole backup of the portal");

    /// <summary>Restores a dump into an empty database: all of it, or nothing.</summary>
    public async Task RestoreAsync(string file, string database, CancellationToken cancellationToken) =>
        (await RunAsync(
            "pg_restore", cancellationToken, "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", database, file))
        .Require("The backup could not be restored; the database is as it was");

    // The embedded database's connection string always names host, role and database.
    private Task<CommandResult> RunAsync(string program, CancellationToken cancellationToken, params string[] arguments) =>
        Command.RunAsync(
            [binaries[program], "--host", address.Host!, "--username", address.Username!, "--no-password", .. arguments], "", cancellationToken);
}
