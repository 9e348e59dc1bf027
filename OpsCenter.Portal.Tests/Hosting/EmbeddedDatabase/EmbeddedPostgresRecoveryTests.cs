using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

public sealed class EmbeddedPostgresRecoveryTests : IAsyncLifetime
{
    private readonly OwnCluster cluster = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task A_server_left_by_a_killed_portal_is_adopted_and_stopped_at_the_end()
    {
        var abandoned = await cluster.AbandonedServerAsync();

        var owner = await cluster.StartedOwnerAsync();

        PostmasterFile.Read(abandoned.Cluster)!.ProcessId.Should().Be(abandoned.ProcessId);
        await owner.StopAsync(CancellationToken.None);
        (await abandoned.IsRunningAsync(CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_server_left_with_other_settings_is_restarted_with_ours()
    {
        var abandoned = await cluster.AbandonedServerAsync();

        var owner = await cluster.StartedOwnerAsync(("max_connections", "77"));

        (await OwnCluster.AskAsync(owner, "SELECT current_setting('max_connections')")).Should().Be("77");
        (await abandoned.IsRunningAsync(CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_program_does_not_stop_the_start()
    {
        var owner = await cluster.StartedOwnerAsync();
        var pidFile = PostmasterFile.PathIn(owner.Location.Cluster);
        var lines = await File.ReadAllLinesAsync(pidFile);
        await owner.StopAsync(CancellationToken.None);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(pidFile, lines);

        var next = await cluster.StartedOwnerAsync();

        (await OwnCluster.AskAsync(next, "SELECT 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_lock_beside_the_socket_whose_number_belongs_to_another_program_does_not_stop_the_start()
    {
        var owner = await cluster.StartedOwnerAsync();
        var (pidFile, socketLock) = (PostmasterFile.PathIn(owner.Location.Cluster), PostmasterFile.PathBeside(owner.Location.Socket));
        var lines = await File.ReadAllLinesAsync(pidFile);
        await owner.StopAsync(CancellationToken.None);
        var user = await ServerUser.ChooseAsync(CancellationToken.None);
        var line = user.CommandLine("sleep", "600");
        using var other = Process.Start(line[0], line.Skip(1));
        lines[0] = other.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(socketLock, lines);

        var next = await cluster.StartedOwnerAsync();

        (await OwnCluster.AskAsync(next, "SELECT 1")).Should().Be(1);
        other.Kill();
    }

    [Fact]
    public async Task An_interrupted_first_start_is_begun_anew()
    {
        var owner = cluster.Owner();
        var unfinished = owner.Location.Cluster + ".new";
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15\n");
        await HandOverAsync(owner.Location.Folder);

        await owner.StartAsync(CancellationToken.None);

        (await OwnCluster.AskAsync(owner, "SELECT 1")).Should().Be(1);
        Directory.Exists(unfinished).Should().BeFalse();
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_refused_in_words()
    {
        var owner = await cluster.StartedOwnerAsync();
        await owner.StopAsync(CancellationToken.None);
        await File.WriteAllTextAsync(owner.Location.VersionFile, "11\n");

        var start = () => owner.StartAsync(CancellationToken.None);

        (await start.Should().ThrowAsync<HostingException>()).WithMessage("The embedded database was made by PostgreSQL 11*Install PostgreSQL 11*");
    }

    [Fact]
    public async Task A_failed_start_shows_the_end_of_the_servers_log()
    {
        var start = () => cluster.StartedOwnerAsync(("shared_buffers", "nonsense"));

        (await start.Should().ThrowAsync<HostingException>()).WithMessage("*did not start*invalid value for parameter \"shared_buffers\"*");
    }

    [Fact]
    public async Task A_failed_start_can_be_repeated()
    {
        var broken = cluster.Owner(("shared_buffers", "nonsense"));
        var start = () => broken.StartAsync(CancellationToken.None);
        await start.Should().ThrowAsync<HostingException>();

        await start.Should().ThrowAsync<HostingException>();
        await broken.StopAsync(CancellationToken.None);
        var mended = await cluster.StartedOwnerAsync();

        (await OwnCluster.AskAsync(mended, "SELECT 1")).Should().Be(1);
    }

    // What a portal running as root does before initdb.
    private static async Task HandOverAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
            (await Command.RunAsync(["chown", "-R", ServerUser.Owner, folder], "", CancellationToken.None)).Require("chown");
    }
}
