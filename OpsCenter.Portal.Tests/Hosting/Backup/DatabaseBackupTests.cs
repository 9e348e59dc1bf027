using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.Backup;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.Backup;

public sealed class DatabaseBackupTests : IAsyncLifetime, IDisposable
{
    private readonly OwnCluster cluster = new();
    private readonly StringWriter output = new();
    private string? typed;

    private string Dump => cluster.Data.Combine("portal.dump");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cluster.DisposeAsync();

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task A_backup_of_a_running_portal_brings_back_what_was_there()
    {
        var portal = await PortalWithAsync("'before'");
        await RunAsync("--backup", Dump);
        await OwnCluster.AskAsync(portal, "UPDATE kept SET answer = 'after'");
        await portal.StopAsync(CancellationToken.None);

        await RunAsync("--restore", Dump, "--yes");

        (await AnswerAsync()).Should().Be("before");
    }

    [Fact]
    public async Task A_stopped_portals_database_can_be_backed_up_and_is_stopped_again()
    {
        await (await PortalWithAsync("'kept'")).StopAsync(CancellationToken.None);

        await RunAsync("--backup", Dump);

        PostmasterFile.Read(cluster.Data.Combine("postgres/cluster")).Should().BeNull();
        File.GetUnixFileMode(Dump).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        output.ToString().Should().StartWith($"The backup is in {Dump} (");
    }

    [Fact]
    public async Task A_backup_of_nothing_is_refused_and_makes_nothing()
    {
        var backup = () => RunAsync("--backup", Dump);

        (await backup.Should().ThrowAsync<HostingException>()).WithMessage($"There is no database in {cluster.Data}.");
        Directory.Exists(cluster.Data.Combine("postgres")).Should().BeFalse();
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_says_why()
    {
        await PortalWithAsync("'kept'");

        var backup = () => RunAsync("--backup", cluster.Data.Combine("missing/portal.dump"));

        (await backup.Should().ThrowAsync<HostingException>()).WithMessage("The backup cannot be written*missing*");
    }

    [Fact]
    public async Task A_restore_beside_a_running_portal_is_refused()
    {
        await PortalWithAsync("'kept'");
        await RunAsync("--backup", Dump);

        var restore = () => RunAsync("--restore", Dump, "--yes");

        await restore.Should().ThrowAsync<DataFolderInUseException>();
        (await AnswerAsync()).Should().Be("kept");
    }

    [Fact]
    public async Task A_damaged_backup_changes_nothing()
    {
        var portal = await PortalWithAsync("(SELECT string_agg(md5(i::text), '') FROM generate_series(1, 20000) i)");
        await RunAsync("--backup", Dump);
        await OwnCluster.AskAsync(portal, "UPDATE kept SET answer = 'present'");
        await portal.StopAsync(CancellationToken.None);
        var whole = await File.ReadAllBytesAsync(Dump);
        await File.WriteAllBytesAsync(Dump, whole[..(whole.Length / 2)]);

        var restore = () => RunAsync("--restore", Dump, "--yes");

        (await restore.Should().ThrowAsync<HostingException>()).WithMessage($"{Dump} is not a whole backup*");
        (await AnswerAsync()).Should().Be("present");
    }

    [Fact]
    public async Task A_backup_that_fails_half_way_through_its_restore_changes_nothing()
    {
        var portal = await PortalWithAsync("'good'");
        // The check looks into another table, which is empty in the backup; so the backup is whole, and its rows are refused on the way in.
        await OwnCluster.AskAsync(portal, "CREATE FUNCTION fine(text) RETURNS bool LANGUAGE sql AS 'SELECT count(*) > 0 FROM public.kept'");
        await OwnCluster.AskAsync(portal, "CREATE TABLE later (x text CHECK (fine(x)))");
        await OwnCluster.AskAsync(portal, "INSERT INTO later VALUES ('row')");
        await OwnCluster.AskAsync(portal, "DELETE FROM kept");
        await RunAsync("--backup", Dump);
        await OwnCluster.AskAsync(portal, "INSERT INTO kept VALUES ('present')");
        await portal.StopAsync(CancellationToken.None);

        var restore = () => RunAsync("--restore", Dump, "--yes");

        (await restore.Should().ThrowAsync<HostingException>()).WithMessage("The backup could not be restored; the database is as it was*");
        (await AnswerAsync()).Should().Be("present");
    }

    [Fact]
    public async Task Data_is_replaced_only_after_a_clear_word()
    {
        await (await PortalWithAsync("'backup'")).StopAsync(CancellationToken.None);
        await RunAsync("--backup", Dump);
        typed = "yes?";

        var unsure = () => RunAsync("--restore", Dump);

        (await unsure.Should().ThrowAsync<HostingException>()).WithMessage("Nothing was changed*");
        typed = "replace";
        await RunAsync("--restore", Dump);
        (await AnswerAsync()).Should().Be("backup");
    }

    [Fact]
    public async Task A_fresh_folder_takes_a_backup_without_a_question()
    {
        await (await PortalWithAsync("'moved'")).StopAsync(CancellationToken.None);
        await RunAsync("--backup", Dump);
        var dump = Dump;
        cluster.At("other");

        await RunAsync("--restore", dump);

        (await AnswerAsync()).Should().Be("moved");
    }

    private Task RunAsync(params string[] args)
    {
        var options = new HostingOptions { Urls = "", Data = cluster.Data };
        var commands = new DatabaseCommands(options, NullLoggerFactory.Instance, TimeProvider.System, output, () => typed);
        return commands.RunAsync(DatabaseCommand.Parse(args)!, CancellationToken.None);
    }

    private async Task<EmbeddedPostgres> PortalWithAsync(string answer)
    {
        var portal = await cluster.StartedOwnerAsync();
        await OwnCluster.AskAsync(portal, $"CREATE TABLE kept AS SELECT {answer} AS answer");
        return portal;
    }

    private async Task<object?> AnswerAsync()
    {
        var options = new HostingOptions { Urls = "", Data = cluster.Data };
        await using var session = await DatabaseSession.OpenAsync(options, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        return await OwnCluster.AskAsync(session.ConnectionString, "SELECT answer FROM kept");
    }
}
