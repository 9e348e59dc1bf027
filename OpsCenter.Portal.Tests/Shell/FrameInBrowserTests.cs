using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class FrameInBrowserTests(ShellHost host, ChromiumFixture chromium) : IClassFixture<ShellHost>, IClassFixture<ChromiumFixture>
{
    private Uri NotFound => new(host.Address, "not-found");

    [Fact]
    public async Task The_browser_has_nothing_to_complain_about_under_the_policy()
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound, CookieNamedReader.Operator);

        await session.InteractiveAsync();

        session.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(247, 248, 250)")]
    [InlineData(ColorScheme.Dark, "rgb(10, 10, 11)")]
    public async Task A_first_visit_follows_the_system(ColorScheme scheme, string background)
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound, scheme: scheme);

        await Expect(session.Page.Locator("body")).ToHaveCSSAsync("background-color", background);
    }

    [Fact]
    public async Task A_change_of_the_system_is_followed_live_and_known_to_the_server_on_the_next_page()
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound);

        await session.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });

        await Expect(session.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        (await HtmlFromServerAsync(session)).Should().Contain("<html lang=\"en\" data-theme=\"dark\"");
    }

    [Fact]
    public async Task A_chosen_theme_is_in_the_servers_own_markup_so_that_a_reload_cannot_flash()
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound);
        await session.InteractiveAsync();

        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Theme" }).ClickAsync();
        await Expect(session.Page.GetByLabel("System")).ToBeCheckedAsync();
        await session.Page.GetByLabel("Dark").CheckAsync();

        await Expect(session.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        (await HtmlFromServerAsync(session)).Should().Contain("<html lang=\"en\" data-theme=\"dark\"");
        await session.Page.ReloadAsync();
        await Expect(session.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(10, 10, 11)");
    }

    [Fact]
    public async Task The_rail_is_a_drawer_on_a_narrow_screen()
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound, CookieNamedReader.Operator, width: 390);
        await session.InteractiveAsync();
        var link = session.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Rate card" });
        await Expect(link).ToBeHiddenAsync();

        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Menu" }).ClickAsync();
        await Expect(link).ToBeVisibleAsync();
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(link).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_skip_link_moves_the_focus_to_the_content()
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound, CookieNamedReader.Operator);
        await session.InteractiveAsync();

        await session.Page.GetByText("Skip to content").FocusAsync();
        await session.Page.Keyboard.PressAsync("Enter");

        await Expect(session.Page.Locator("#content")).ToBeFocusedAsync();
        session.Page.Url.Should().StartWith(NotFound.ToString());
    }

    [Fact]
    public async Task Signing_out_is_a_real_form_with_an_antiforgery_token()
    {
        await using var session = await ShellVisit.OpenAsync(chromium, NotFound, CookieNamedReader.Member);
        await session.InteractiveAsync();
        var form = session.Page.Locator("form[method=post][action='/account/sign-out']");

        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "account of Ben Okri" }).ClickAsync();

        await Expect(form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Sign out" })).ToBeVisibleAsync();
        await Expect(form.Locator("input[name=__RequestVerificationToken]")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("not-found", ColorScheme.Light, 1440)]
    [InlineData("not-found", ColorScheme.Dark, 390)]
    [InlineData("test/throws", ColorScheme.Light, 390)]
    [InlineData("test/throws", ColorScheme.Dark, 1440)]
    public async Task Axe_finds_nothing(string path, ColorScheme scheme, int width)
    {
        await using var session = await ShellVisit.OpenAsync(chromium, new Uri(host.Address, path), CookieNamedReader.Operator, width, scheme);
        await session.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var result = await session.Page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {violation.Help}").Should().BeEmpty();
    }

    private static async Task<string> HtmlFromServerAsync(BrowserSession session)
    {
        var answer = await session.Context.APIRequest.GetAsync(session.Page.Url);
        return await answer.TextAsync();
    }
}
