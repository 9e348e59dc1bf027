using FluentAssertions;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

public sealed class EmbeddedPostgresAsRootTests : IAsyncLifetime
{
    private readonly OwnCluster cluster = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cluster.DisposeAsync();

    [RootFact]
    public async Task Not_even_the_user_the_server_runs_as_can_connect()
    {
        var owner = await cluster.StartedOwnerAsync();
        var postgres = await ServerUser.ChooseAsync(CancellationToken.None);

        var attempt = await postgres.RunAsync(
            [owner.Binaries!["psql"], "--host", owner.Location.SocketFolder, "--username", ClusterDatabase.Role, "--command", "SELECT 1", ClusterDatabase.Name],
            CancellationToken.None);

        attempt.Succeeded.Should().BeFalse();
        attempt.Output.Should().Contain("Peer authentication failed");
    }

    [RootFact]
    public async Task The_data_folder_stays_roots_and_only_the_cluster_is_handed_over()
    {
        await cluster.StartedOwnerAsync();

        var owners = await Command.RunAsync(["stat", "--format", "%U", cluster.Data.Path, cluster.Data.Combine("postgres")], "", CancellationToken.None);

        owners.Output.Should().Be("root\npostgres\n");
    }

    [RootFact]
    public async Task Below_a_closed_home_the_cluster_lives_elsewhere_and_is_found_again()
    {
        var home = cluster.At("home/data");
        Directory.CreateDirectory(Path.GetDirectoryName(home.Data.Path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var first = await home.StartedOwnerAsync();
        await OwnCluster.AskAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        await first.StopAsync(CancellationToken.None);

        var second = await home.StartedOwnerAsync();

        (await OwnCluster.AskAsync(second, "SELECT answer FROM kept")).Should().Be(42);
        second.Location.Folder.Should().StartWith("/var/lib/opscenter/cluster-").And.Be(first.Location.Folder);
        await second.StopAsync(CancellationToken.None);
        Directory.Delete(second.Location.Folder, recursive: true);
    }
}
