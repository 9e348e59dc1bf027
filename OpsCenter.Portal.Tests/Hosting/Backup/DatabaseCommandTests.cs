using FluentAssertions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.Backup;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.Backup;

public sealed class DatabaseCommandTests
{
    [Fact]
    public void Other_command_lines_are_not_for_us() => DatabaseCommand.Parse(["--demo"]).Should().BeNull();

    [Fact]
    public void A_backup_names_its_file() =>
        DatabaseCommand.Parse(["--backup", "/b/x.dump"]).Should().Be(new DatabaseCommand(IsRestore: false, "/b/x.dump", IsConfirmed: false));

    [Fact]
    public void A_restore_can_be_confirmed_beforehand() =>
        DatabaseCommand.Parse(["--restore", "/b/x.dump", "--yes"]).Should().Be(new DatabaseCommand(IsRestore: true, "/b/x.dump", IsConfirmed: true));

    [Fact]
    public void A_relative_file_counts_from_the_working_directory() =>
        DatabaseCommand.Parse(["--backup", "x.dump"])!.File.Should().Be(Path.Combine(Directory.GetCurrentDirectory(), "x.dump"));

    [Theory]
    [InlineData("--backup")]
    [InlineData("--restore", "--yes")]
    [InlineData("--backup", "")]
    [InlineData("--backup", "a", "--restore", "b")]
    public void A_command_line_without_sense_is_refused(params string[] args)
    {
        var parse = () => DatabaseCommand.Parse(args);

        parse.Should().Throw<CommandLineException>();
    }
}
