using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Shell.Gallery;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class WidgetsInBrowserTests(GalleryHost host, ChromiumFixture chromium) : IClassFixture<GalleryHost>, IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task The_keyboard_walks_the_rows_and_enter_opens_one()
    {
        await using var session = await OpenAsync();
        var page = session.Page;

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Job 2" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Another page" })).ToBeVisibleAsync();
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Letters_typed_into_a_field_stay_letters()
    {
        await using var session = await OpenAsync();

        await session.Page.GetByLabel("Agent").PressSequentiallyAsync("j?k");

        await Expect(session.Page.GetByLabel("Agent")).ToHaveValueAsync("j?k");
        await Expect(session.Page.GetByLabel("Agent")).ToBeFocusedAsync();
        await Expect(session.Page.Locator("#keys")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_escape_closes_them()
    {
        await using var session = await OpenAsync();
        var keys = session.Page.Locator("#keys");

        await session.Page.Keyboard.PressAsync("?");
        await Expect(keys).ToBeVisibleAsync();
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(keys).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_click_anywhere_on_a_row_opens_it()
    {
        await using var session = await OpenAsync();

        await session.Page.GetByText("research_pro").Nth(3).ClickAsync(new LocatorClickOptions { Force = true });

        await Expect(session.Page).ToHaveURLAsync(new Regex("/jobs/other\\?job=.*0004$"));
    }

    [Fact]
    public async Task Copying_an_id_puts_all_of_it_on_the_clipboard_and_does_not_open_the_row()
    {
        await using var session = await OpenAsync();
        await session.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copy job id" }).First.ClickAsync();

        await Expect(session.Page.GetByText("Copied")).ToBeVisibleAsync();
        (await session.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be("0199c1f2-0000-7000-8000-000000000001");
        session.Page.Url.Should().Be(host.Page.ToString());
    }

    [Fact]
    public async Task A_confirmation_has_cancel_as_its_default_and_gives_the_focus_back()
    {
        await using var session = await OpenAsync();
        var opener = session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Suspend Acme" });

        await opener.ClickAsync();
        await Expect(session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cancel" })).ToBeFocusedAsync();
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(session.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Control_enter_presses_the_primary_button_of_a_dialog()
    {
        await using var session = await OpenAsync();
        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Suspend Acme" }).ClickAsync();
        await Expect(session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cancel" })).ToBeFocusedAsync();

        await session.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(session.Page.GetByText("Acme was changed by Ana at 10:42.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Leaving_with_unsaved_changes_asks_first()
    {
        await using var session = await OpenAsync();
        var page = session.Page;
        var parent = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Customers" }).Last;
        await page.GetByLabel("Agent").FillAsync("changed");

        await parent.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stay" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Agent")).ToHaveValueAsync("changed");
        await parent.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Leave" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Another page" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_that_breaks_shows_an_error_id_and_the_frame_lives_on()
    {
        await using var session = await OpenAsync();
        var page = session.Page;

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Break the page" }).ClickAsync();

        await Expect(page.GetByText("This page stopped working")).ToBeVisibleAsync();
        (await page.Locator("[data-copy]").First.GetAttributeAsync("data-copy")).Should().MatchRegex("^[0-9a-f]{32}$");
        await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Rate card" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Axe_finds_nothing(ColorScheme scheme, int width)
    {
        await using var session = await ShellVisit.OpenAsync(chromium, host.Page, CookieNamedReader.Operator, width, scheme);
        await session.InteractiveAsync();

        var result = await session.Page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}").Should().BeEmpty();
    }

    private async Task<BrowserSession> OpenAsync()
    {
        var session = await ShellVisit.OpenAsync(chromium, host.Page, CookieNamedReader.Operator);
        return await session.InteractiveAsync();
    }
}
