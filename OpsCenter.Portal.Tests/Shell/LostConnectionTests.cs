using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class LostConnectionTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task A_server_that_goes_away_is_said_in_a_dialog_that_escape_does_not_close()
    {
        var host = new ShellHost();
        await host.InitializeAsync();
        await using var session = await ShellVisit.OpenAsync(chromium, new Uri(host.Address, "not-found"));
        await session.InteractiveAsync();

        await host.DisposeAsync();
        var dialog = session.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Connection lost" });
        await Expect(dialog).ToBeVisibleAsync();
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(dialog).ToBeVisibleAsync();
    }
}
