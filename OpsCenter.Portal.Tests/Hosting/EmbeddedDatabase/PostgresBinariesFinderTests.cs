using FluentAssertions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

public sealed class PostgresBinariesFinderTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Remove();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_new_cluster_gets_the_highest_version()
    {
        var finder = new PostgresBinariesFinder(null, [Installation("15.3"), Installation("17.1 (Debian 17.1-1)"), Installation("16.9")]);

        var binaries = await finder.FindAsync(clusterMajor: null, CancellationToken.None);

        binaries.Major.Should().Be(17);
    }

    [Fact]
    public async Task An_existing_cluster_gets_the_version_that_made_it()
    {
        var finder = new PostgresBinariesFinder(null, [Installation("15.3"), Installation("17.1")]);

        var binaries = await finder.FindAsync(clusterMajor: 15, CancellationToken.None);

        binaries.Major.Should().Be(15);
    }

    [Fact]
    public async Task A_version_that_is_too_old_is_named()
    {
        var finder = new PostgresBinariesFinder(null, [Installation("14.2")]);

        var find = () => finder.FindAsync(clusterMajor: null, CancellationToken.None);

        (await find.Should().ThrowAsync<HostingException>()).WithMessage("Only PostgreSQL 14 in *needs version 15 or later*apt-get install postgresql*");
    }

    [Fact]
    public async Task A_missing_version_of_an_existing_cluster_is_named()
    {
        var finder = new PostgresBinariesFinder(null, [Installation("17.1")]);

        var find = () => finder.FindAsync(clusterMajor: 16, CancellationToken.None);

        (await find.Should().ThrowAsync<HostingException>()).WithMessage("*made by PostgreSQL 16*Only PostgreSQL 17*");
    }

    [Fact]
    public async Task A_chosen_folder_is_the_only_one_searched()
    {
        var chosen = Installation("15.3");
        var finder = new PostgresBinariesFinder(chosen, [Installation("17.1")]);

        var binaries = await finder.FindAsync(clusterMajor: null, CancellationToken.None);

        binaries.Should().Be(new PostgresBinaries(chosen, 15));
    }

    [Fact]
    public async Task A_chosen_folder_without_the_programs_is_named()
    {
        var finder = new PostgresBinariesFinder("/nowhere", [Installation("17.1")]);

        var find = () => finder.FindAsync(clusterMajor: null, CancellationToken.None);

        (await find.Should().ThrowAsync<HostingException>()).WithMessage("OPSCENTER_PG_BIN names /nowhere*");
    }

    [Fact]
    public async Task Links_are_followed_to_the_installation()
    {
        var installed = Installation("15.3");
        var links = Directory.CreateDirectory(folder.Data.Combine("links")).FullName;
        foreach (var program in Directory.EnumerateFiles(installed))
            File.CreateSymbolicLink(Path.Combine(links, Path.GetFileName(program)), program);

        var binaries = await new PostgresBinariesFinder(null, [links]).FindAsync(clusterMajor: null, CancellationToken.None);

        binaries.Folder.Should().Be(installed);
    }

    // Programs that only tell their version.
    private string Installation(string version)
    {
        var bin = Directory.CreateDirectory(folder.Data.Combine(version)).FullName;
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
        {
            var path = Path.Combine(bin, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return bin;
    }
}
