using System.Globalization;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Hosting.Backup;

/// <summary>Carries out <c>--backup</c> and <c>--restore</c>, talking to the person at the terminal.</summary>
internal sealed class DatabaseCommands(HostingOptions options, ILoggerFactory loggers, TimeProvider clock, TextWriter output, Func<string?> ask)
{
    private const string Confirmation = "replace";

    /// <summary>Does what the command asks.</summary>
    /// <exception cref="HostingException">It could not be done; the message says why.</exception>
    public Task RunAsync(DatabaseCommand command, CancellationToken cancellationToken) =>
        command.IsRestore ? RestoreAsync(command, cancellationToken) : BackUpAsync(command, cancellationToken);

    private async Task BackUpAsync(DatabaseCommand command, CancellationToken cancellationToken)
    {
        var location = ClusterLocation.For(options.Data, Environment.IsPrivilegedProcess, clock.GetUtcNow());
        if (options.ConnectionString is null && ClusterFiles.ReadMajor(location) is null)
            throw new HostingException($"There is no database in {options.Data}.");

        await using var session = await DatabaseSession.OpenAsync(options, loggers, clock, cancellationToken);
        var bytes = await DatabaseBackup.WriteAsync(session, command.File, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The backup is in {command.File} ({bytes:N0} bytes)."));
    }

    private async Task RestoreAsync(DatabaseCommand command, CancellationToken cancellationToken)
    {
        if (options.ConnectionString is not null)
            throw new HostingException("A restore is for the embedded database. Unset ConnectionStrings__OpsCenter, or use pg_restore.");

        await using var session = await DatabaseSession.StartAsync(options, loggers, clock, cancellationToken);
        var restore = new DatabaseRestore(session);
        await restore.VerifyAsync(command.File, cancellationToken);
        if (!command.IsConfirmed && !await restore.IsEmptyAsync(cancellationToken))
            await ConfirmAsync(command.File);

        await restore.ReplaceAsync(command.File, cancellationToken);
        await output.WriteLineAsync(
            $"The database in {options.Data} is now that of {command.File}. Passwords and keys are those of the backup; first-run.txt may differ.");
    }

    private async Task ConfirmAsync(string file)
    {
        await output.WriteLineAsync($"The database in {options.Data} holds data, and all of it will be replaced by {file}.");
        await output.WriteAsync($"Type '{Confirmation}' to go on: ");
        if (ask() != Confirmation)
            throw new HostingException("Nothing was changed. Give --yes to replace the database without a question.");
    }
}
