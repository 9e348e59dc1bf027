using FluentAssertions;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting;

public sealed class FirstRunFileTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    private FirstRunFile Notes => new(folder.Data);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Remove();
        return Task.CompletedTask;
    }

    [Fact]
    public void There_are_no_values_before_the_first_run() => Notes.Read().Should().BeEmpty();

    [Fact]
    public void Values_are_lines_that_scripts_can_read()
    {
        Notes.Write(new Dictionary<string, string> { ["admin_email"] = "admin@example.com", ["admin_password"] = "a=b#c d" });

        File.ReadAllText(folder.Data.Combine("first-run.txt")).Should().Be("admin_email=admin@example.com\nadmin_password=a=b#c d\n");
    }

    [Fact]
    public void Later_values_replace_their_namesakes_and_keep_the_rest_in_order()
    {
        Notes.Write(new Dictionary<string, string> { ["admin_password"] = "old", ["brigade_key"] = "key" });

        Notes.Write(new Dictionary<string, string> { ["demo_customer_id"] = "7", ["admin_password"] = "new" });

        Notes.Read().Should().Equal(new Dictionary<string, string> { ["admin_password"] = "new", ["brigade_key"] = "key", ["demo_customer_id"] = "7" });
    }

    [Fact]
    public void Nobody_else_can_read_it_even_if_it_was_open_before()
    {
        File.WriteAllText(Notes.Path, "admin_email=x\n");
        File.SetUnixFileMode(Notes.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Notes.Write(new Dictionary<string, string> { ["brigade_key"] = "key" });

        File.GetUnixFileMode(Notes.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("admin_password", "two\nlines")]
    [InlineData("Admin Password", "secret")]
    public void What_would_break_the_lines_is_refused_and_nothing_is_written(string name, string value)
    {
        var write = () => Notes.Write(new Dictionary<string, string> { [name] = value });

        write.Should().Throw<ArgumentException>();
        File.Exists(Notes.Path).Should().BeFalse();
    }
}
