using FluentAssertions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

public sealed class ServerUserTests
{
    [Fact]
    public async Task An_ordinary_user_runs_the_server_himself()
    {
        var user = await ServerUser.ChooseAsync(isRoot: false, Works("setpriv", "runuser", "su"), CancellationToken.None);

        user.CommandLine("initdb", "-D", "x").Should().Equal("initdb", "-D", "x");
        user.IsDropped.Should().BeFalse();
    }

    [Theory]
    [InlineData("setpriv", "setpriv", "runuser", "su")]
    [InlineData("runuser", "runuser", "su")]
    [InlineData("su", "su")]
    public async Task Root_becomes_postgres_by_the_first_tool_that_works(string expected, params string[] working)
    {
        var user = await ServerUser.ChooseAsync(isRoot: true, Works(working), CancellationToken.None);

        var line = user.CommandLine("initdb", "-D", "x");

        line[0].Should().Be(expected);
        line.Should().Contain(word => word.EndsWith("postgres", StringComparison.Ordinal)).And.EndWith(["--", "initdb", "-D", "x"]);
        user.IsDropped.Should().BeTrue();
    }

    [Fact]
    public async Task Root_is_told_when_nobody_can_take_the_server()
    {
        var choose = () => ServerUser.ChooseAsync(isRoot: true, Works(), CancellationToken.None);

        (await choose.Should().ThrowAsync<HostingException>()).WithMessage("PostgreSQL refuses to run as root*ordinary user*");
    }

    [RootFact]
    public async Task Every_tool_of_this_machine_really_becomes_postgres_and_passes_arguments_untouched()
    {
        foreach (var tool in (string[])["setpriv", "runuser", "su"])
        {
            var user = await ServerUser.ChooseAsync(isRoot: true, Works(tool), CancellationToken.None);

            var who = await user.RunAsync(["id", "-un"], CancellationToken.None);
            var echo = await user.RunAsync(["printf", "%s|", "a b", "$HOME", "-c", "\"q\""], CancellationToken.None);

            who.Output.Trim().Should().Be("postgres", tool);
            echo.Output.Should().Be("a b|$HOME|-c|\"q\"|", tool);
        }
    }

    private static Func<IReadOnlyList<string>, CancellationToken, Task<bool>> Works(params string[] tools) =>
        (commandLine, _) => Task.FromResult(tools.Contains(commandLine[0]));
}
