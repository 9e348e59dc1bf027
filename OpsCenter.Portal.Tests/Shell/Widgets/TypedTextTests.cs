using FluentAssertions;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class TypedTextTests
{
    [Fact]
    public void What_comes_back_late_takes_nothing_back()
    {
        var typed = new TypedText { Text = "a" };
        typed.Tell();
        typed.Text = "ab";
        typed.Tell();
        typed.Text = "abc";

        typed.Take("a");
        typed.Take("ab");

        typed.Text.Should().Be("abc");
    }

    [Fact]
    public void An_owner_that_is_drawn_before_it_changes_takes_nothing_back()
    {
        var typed = new TypedText();
        typed.Take("old");
        typed.Text = "new";
        typed.Tell();

        typed.Take("old");

        typed.Text.Should().Be("new");
    }

    [Fact]
    public void News_replaces_what_was_typed()
    {
        var typed = new TypedText { Text = "a" };
        typed.Tell();
        typed.Take("a");

        typed.Take(null);

        typed.Text.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_told_twice_and_spaces_around_it_do_not_count()
    {
        var typed = new TypedText { Text = "a" };
        typed.Tell();
        typed.Text = " a ";

        typed.Tell().Should().BeNull();
    }
}
