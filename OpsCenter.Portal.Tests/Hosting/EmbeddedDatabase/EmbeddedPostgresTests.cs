using FluentAssertions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly OwnCluster cluster = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task A_fresh_folder_gets_a_database_owned_by_a_role_that_is_no_superuser()
    {
        var owner = await cluster.StartedOwnerAsync();

        var who = await OwnCluster.AskAsync(owner, "SELECT current_database() || ' ' || current_user || ' ' || current_setting('is_superuser')");

        who.Should().Be("opscenter opscenter off");
    }

    [Fact]
    public async Task Data_survives_a_stop_and_a_start()
    {
        var first = await cluster.StartedOwnerAsync();
        await OwnCluster.AskAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        await first.StopAsync(CancellationToken.None);

        var second = await cluster.StartedOwnerAsync();

        (await OwnCluster.AskAsync(second, "SELECT answer FROM kept")).Should().Be(42);
    }

    [Fact]
    public async Task A_stop_ends_the_server()
    {
        var owner = await cluster.StartedOwnerAsync();
        var server = PostmasterFile.Read(owner.Location.Cluster)!;

        await owner.StopAsync(CancellationToken.None);

        (await server.IsRunningAsync(CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_owner_is_refused_in_words()
    {
        await cluster.StartedOwnerAsync();

        var second = () => cluster.StartedOwnerAsync();

        (await second.Should().ThrowAsync<DataFolderInUseException>()).WithMessage($"Another portal is already running on {cluster.Data}*");
    }

    [Fact]
    public async Task The_network_cannot_reach_it()
    {
        var owner = await cluster.StartedOwnerAsync();

        var addresses = await OwnCluster.AskAsync(owner, "SELECT current_setting('listen_addresses')");

        addresses.Should().Be("");
    }

    [Fact]
    public async Task The_folder_of_the_socket_is_closed_to_other_users()
    {
        var owner = await cluster.StartedOwnerAsync();

        var mode = File.GetUnixFileMode(owner.Location.SocketFolder);

        mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_works_all_the_same()
    {
        var deep = cluster.At(Path.Combine(new string('d', 60), new string('e', 60), "with space"));
        var owner = await deep.StartedOwnerAsync();

        var answer = await OwnCluster.AskAsync(owner, "SELECT 1");

        answer.Should().Be(1);
        owner.Location.SocketFolder.Should().StartWith("/tmp/opscenter-");
        await owner.StopAsync(CancellationToken.None);
        Directory.Delete(owner.Location.SocketFolder, recursive: true);
    }

    [Fact]
    public async Task A_durable_database_keeps_every_guarantee()
    {
        await using var owner = new EmbeddedPostgres(
            new EmbeddedPostgresOptions { Data = cluster.Data },
            Microsoft.Extensions.Logging.Abstractions.NullLogger<EmbeddedPostgres>.Instance,
            TimeProvider.System);
        await owner.StartAsync(CancellationToken.None);

        var guarantees = await OwnCluster.AskAsync(
            owner, "SELECT concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('data_checksums'))");

        guarantees.Should().Be("on on on on");
    }

    [Fact]
    public async Task A_failed_statement_leaves_no_value_in_the_servers_log()
    {
        var owner = await cluster.StartedOwnerAsync();
        await OwnCluster.AskAsync(owner, "CREATE TABLE people (mail text PRIMARY KEY)");
        await OwnCluster.AskAsync(owner, "INSERT INTO people VALUES ('someone@example.com')");

        var again = () => OwnCluster.AskAsync(owner, "INSERT INTO people VALUES ('someone@example.com')");

        await again.Should().ThrowAsync<Npgsql.PostgresException>();
        var log = await File.ReadAllTextAsync(owner.Location.Log);
        log.Should().Contain("people_pkey").And.NotContain("someone@example.com");
    }
}
