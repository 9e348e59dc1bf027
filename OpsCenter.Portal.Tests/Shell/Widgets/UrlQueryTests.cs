using FluentAssertions;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class UrlQueryTests
{
    private static readonly Guid Customer = new("0199c1f2-0000-7000-8000-000000000001");

    [Fact]
    public void Every_kind_of_filter_survives_the_way_through_the_address()
    {
        var href = UrlQuery.Of("https://portal.example/jobs")
            .With("customer", Customer)
            .With("agent", "a b&c=d/ü")
            .With<StatusMeaning>("status", StatusMeaning.Warning)
            .With("size", 50)
            .With("from", new DateOnly(2026, 2, 28))
            .ToHref();

        var read = UrlQuery.Of("https://portal.example" + href);

        read.Id("customer").Should().Be(Customer);
        read.Text("agent").Should().Be("a b&c=d/ü");
        read.Choice<StatusMeaning>("status").Should().Be(StatusMeaning.Warning);
        read.Number("size").Should().Be(50);
        read.Day("from").Should().Be(new DateOnly(2026, 2, 28));
    }

    [Fact]
    public void One_view_has_one_address()
    {
        var first = UrlQuery.Of("http://h/jobs").With("b", "2").With("a", "1");
        var second = UrlQuery.Of("http://h/jobs?a=1").With("b", "2");

        first.ToHref().Should().Be(second.ToHref()).And.Be("/jobs?a=1&b=2");
    }

    [Theory]
    [InlineData("status=1")]
    [InlineData("status=warned")]
    [InlineData("status=")]
    [InlineData("other=warning")]
    public void A_choice_that_is_no_member_counts_as_absent(string query) =>
        UrlQuery.Of("http://h/jobs?" + query).Choice<StatusMeaning>("status").Should().BeNull();

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("x")]
    public void A_number_that_cannot_be_read_counts_as_absent(string text) =>
        UrlQuery.Of("http://h/jobs?size=" + text).Number("size").Should().BeNull();

    [Fact]
    public void A_value_with_nul_counts_as_absent_because_the_database_refuses_to_look_for_it()
    {
        var given = UrlQuery.Of("http://h/jobs?agent=a%00b");

        given.Text("agent").Should().BeNull();
        given.With("agent", "a\0b").ToHref().Should().Be("/jobs");
    }

    [Fact]
    public void Blank_values_leave_the_address()
    {
        var query = UrlQuery.Of("http://h/jobs?a=1&b=%20&a=2");

        query.HasAny("b").Should().BeFalse();
        query.With("a", "  ").ToHref().Should().Be("/jobs");
    }

    [Fact]
    public void A_filter_change_can_drop_the_position()
    {
        var query = UrlQuery.Of("http://h/jobs?before=9&status=warning");

        query.With("agent", "x").Without("before", "after").ToHref().Should().Be("/jobs?agent=x&status=warning");
        query.ToHref().Should().Be("/jobs?before=9&status=warning", "a query is never changed in place");
    }
}
