using Bunit;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class WidgetMarkupTests : BunitContext
{
    [Fact]
    public void A_missing_amount_is_a_dash_and_never_a_zero()
    {
        var shown = Render<MoneyText>(parameters => parameters.Add(text => text.Amount, null).Add(text => text.EmptyText, "held"));

        shown.Find("span.oc-number").TextContent.Should().Be("—held");
    }

    [Fact]
    public void An_amount_carries_the_exact_decimal_for_machines()
    {
        var shown = Render<MoneyText>(parameters => parameters.Add(text => text.Amount, new Money(0.4690m, Currency.Usd)));

        shown.Find("data").GetAttribute("value").Should().Be("0.469");
    }

    [Fact]
    public void A_shortened_id_shows_both_ends_and_copies_the_whole()
    {
        const string Id = "0199c1f2-0000-7000-8000-00000000abcd";

        var shown = Render<CopyableId>(parameters => parameters.Add(id => id.Value, Id).Add(id => id.Label, "job id"));

        shown.Find("code").TextContent.Should().Be("0199c1f2…abcd");
        shown.Find("button").GetAttribute("data-copy").Should().Be(Id);
        shown.Find("button").GetAttribute("aria-label").Should().Be($"Copy job id {Id}");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("1234567890123")]
    public void An_id_that_would_not_get_shorter_stays_whole(string id) =>
        Render<CopyableId>(parameters => parameters.Add(shown => shown.Value, id)).Find("code").TextContent.Should().Be(id);

    [Fact]
    public void An_instant_follows_the_zone_of_the_page()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var shown = Render<TimeText>(parameters => parameters
            .AddCascadingValue(berlin)
            .Add(text => text.Instant, new DateTimeOffset(2026, 1, 1, 23, 30, 0, TimeSpan.Zero)));

        shown.Find("time").TextContent.Should().Be("2 Jan 2026, 00:30");
        shown.Find("time").GetAttribute("datetime").Should().Be("2026-01-01T23:30:00.0000000Z");
    }

    [Fact]
    public void A_pager_with_nowhere_to_go_is_absent() => Render<KeysetPager>().Markup.Trim().Should().BeEmpty();

    [Fact]
    public void The_end_of_a_list_is_a_switched_off_link_in_its_place()
    {
        var shown = Render<KeysetPager>(parameters => parameters.Add(pager => pager.OlderHref, "/jobs?before=5"));

        shown.Find("a").TextContent.Should().Be("Older");
        shown.Find("[aria-disabled=true]").TextContent.Should().Be("Newer");
    }

    [Fact]
    public void A_state_that_is_the_whole_page_has_its_h1()
    {
        var shown = Render<EmptyState>(parameters => parameters
            .Add(state => state.Title, "No jobs yet").Add(state => state.Text, "Why").Add(state => state.Heading, 1));

        shown.Find("h1").TextContent.Should().Be("No jobs yet");
    }

    [Fact]
    public void Trying_again_raises_the_callback()
    {
        var retries = 0;
        var shown = Render<ErrorState>(parameters => parameters.Add(state => state.Message, "Why").Add(state => state.OnRetry, () => retries++));

        shown.Find("button.oc-button").Click();

        retries.Should().Be(1);
    }
}
