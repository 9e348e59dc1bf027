using FluentAssertions;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting;

public sealed class PortalProcessTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    private string Cluster => folder.Data.Combine("postgres/cluster");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Remove();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_ends_the_portal_and_its_database(string signal)
    {
        using var portal = PortalProcess.Start(folder.Data, []);
        await portal.ReadyAsync();

        await portal.SignalAsync(signal);

        (await portal.EndAsync()).ExitCode.Should().Be(0);
        PostmasterFile.Read(Cluster).Should().BeNull();
    }

    [Fact]
    public async Task A_portal_after_a_killed_one_adopts_its_database_and_ends_it()
    {
        using var killed = PortalProcess.Start(folder.Data, []);
        await killed.ReadyAsync();
        await killed.SignalAsync("KILL");
        await killed.EndAsync();
        var left = PostmasterFile.Read(Cluster)!;

        using var next = PortalProcess.Start(folder.Data, []);
        await next.ReadyAsync();

        PostmasterFile.Read(Cluster)!.ProcessId.Should().Be(left.ProcessId);
        await next.SignalAsync("TERM");
        await next.EndAsync();
        (await left.IsRunningAsync(CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_portal_on_the_folder_ends_with_a_reason()
    {
        using var first = PortalProcess.Start(folder.Data, []);
        await first.ReadyAsync();

        using var second = PortalProcess.Start(folder.Data, []);
        var (exitCode, errors) = await second.EndAsync();

        exitCode.Should().Be(1);
        errors.Trim().Should().Be($"Another portal is already running on {folder.Data}. Stop it first, or set OPSCENTER_DATA to another folder.");
        await first.SignalAsync("TERM");
        await first.EndAsync();
    }

    [Fact]
    public async Task A_backup_is_taken_beside_a_running_portal_and_ends_by_itself()
    {
        using var portal = PortalProcess.Start(folder.Data, []);
        await portal.ReadyAsync();

        using var backup = PortalProcess.Start(folder.Data, ["--backup", folder.Data.Combine("portal.dump")]);

        (await backup.EndAsync()).Should().Be((0, ""));
        File.Exists(folder.Data.Combine("portal.dump")).Should().BeTrue();
        await portal.SignalAsync("TERM");
        await portal.EndAsync();
    }

    [RootFact]
    public async Task An_ordinary_user_can_run_the_portal()
    {
        File.SetUnixFileMode(folder.Data.Path, (UnixFileMode)Convert.ToInt32("777", 8));
        var data = new OpsCenter.Portal.Hosting.DataFolder(folder.Data.Combine("his"));
        using var portal = PortalProcess.Start(data, [], "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");
        await portal.ReadyAsync();

        await portal.SignalAsync("TERM");

        (await portal.EndAsync()).ExitCode.Should().Be(0);
        File.Exists(data.Combine("postgres/cluster/PG_VERSION")).Should().BeTrue();
    }
}
