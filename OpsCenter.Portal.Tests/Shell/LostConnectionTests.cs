using System.Net;
using System.Net.Sockets;
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
        await using var session = await ShellVisit.OpenAsync(chromium, new Uri(host.Address, "not-found"), CookieNamedReader.Operator);
        await session.InteractiveAsync();
        // Drawn by the circuit only: before it there is no connection to lose.
        await session.Page.Locator("[data-search]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await host.DisposeAsync();
        // Another test's server on the freed port would answer, and the page be loaded from there.
        using var reserved = new Socket(SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, host.Address.Port));
        var dialog = session.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Connection lost" });
        await Expect(dialog).ToBeVisibleAsync();
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(dialog).ToBeVisibleAsync();
    }
}
