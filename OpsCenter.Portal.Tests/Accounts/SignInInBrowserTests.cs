using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class SignInInBrowserTests(ChromiumFixture chromium, TestDatabase database)
    : IClassFixture<ChromiumFixture>, IClassFixture<TestDatabase>, IAsyncLifetime
{
    private AccountsHost? listening;

    private AccountsHost Host => listening ?? throw new InvalidOperationException("The portal was not started.");

    public Task InitializeAsync()
    {
        listening = AccountsHost.Listen(database);

        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task Keys_alone_sign_in_and_lead_to_the_page_that_was_wanted()
    {
        await using var session = await OpenAsync(PortalUrls.RateCard);

        await session.Page.Keyboard.TypeAsync(AccountsHost.AdminEmail);
        await session.Page.Keyboard.PressAsync("Tab");
        await session.Page.Keyboard.TypeAsync(AccountsHost.AdminPassword);
        await session.Page.Keyboard.PressAsync("Enter");

        await Expect(session.Page).ToHaveURLAsync(Url(PortalUrls.RateCard));
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Signing_in_needs_no_script()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url(PortalUrls.RateCard));

        await SignInAsync(page);

        await Expect(page).ToHaveURLAsync(Url(PortalUrls.RateCard));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_the_address_stays()
    {
        await using var session = await OpenAsync(PortalUrls.SignIn);

        await SignInAsync(session.Page, "not the password");

        await Expect(session.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The e-mail address or the password is not right.");
        await Expect(session.Page.GetByLabel("E-mail address")).ToHaveValueAsync(AccountsHost.AdminEmail);
        await Expect(session.Page.GetByLabel("Password")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_open_page_goes_to_sign_in_when_its_session_is_revoked_and_comes_back()
    {
        await using var session = await OpenAsync(PortalUrls.RateCard);
        await SignInAsync(session.Page);
        await session.InteractiveAsync();

        await using var db = Host.OpenDatabase();
        await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, Host.Clock.GetUtcNow()));
        await Host.Services.GetRequiredService<SessionRegistry>().CheckAsync(CancellationToken.None);

        await Expect(session.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sign in" })).ToBeVisibleAsync();
        await SignInAsync(session.Page);
        await Expect(session.Page).ToHaveURLAsync(Url(PortalUrls.RateCard));
    }

    [Fact]
    public async Task The_menu_signs_out()
    {
        await using var session = await OpenAsync(PortalUrls.RateCard);
        await SignInAsync(session.Page);
        await session.InteractiveAsync();

        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "account of Administrator" }).ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();

        await Expect(session.Page).ToHaveURLAsync(Url(PortalUrls.SignIn));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_with_and_without_an_error(ColorScheme scheme, int width)
    {
        await using var session = await OpenAsync(PortalUrls.SignIn, scheme, width);

        var before = await session.Page.RunAxe();
        await SignInAsync(session.Page, "not the password");
        await Expect(session.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        var after = await session.Page.RunAxe();

        before.Violations.Concat(after.Violations).Select(violation => $"{violation.Id}: {violation.Help}").Should().BeEmpty();
    }

    private static async Task SignInAsync(IPage page, string password = AccountsHost.AdminPassword)
    {
        await page.GetByLabel("E-mail address").FillAsync(AccountsHost.AdminEmail);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }

    private Task<BrowserSession> OpenAsync(string path, ColorScheme scheme = ColorScheme.Light, int width = 1440) =>
        BrowserSession.OpenAsync(chromium, new Uri(Url(path)), width, scheme);

    private string Url(string path) => new Uri(Host.ClientOptions.BaseAddress, path).ToString();
}
