using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A portal whose only credential is revoked.</summary>
public sealed class LastCredentialTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task The_last_one_that_reports_usage_is_revoked_after_a_warning_and_the_empty_list_says_what_that_means()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var (credentials, frame) = (new CredentialsPage(session.Page), new Frame(session.Page));
        await credentials.ReadyAsync();

        await credentials.ChooseAsync("Brigade, from the settings", "Revoke…");
        await Expect(frame.Dialog).ToContainTextAsync("No other usable credential may report usage");
        await frame.DialogButton("Revoke").ClickAsync();

        await Expect(session.Page.GetByText("No usable credential", new() { Exact = true })).ToBeVisibleAsync();
        await session.Page.ReloadAsync();
        await Expect(session.Page.GetByText("No usable credential", new() { Exact = true })).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(credentials.StatusOf("Brigade, from the settings")).ToHaveTextAsync("Revoked");
    }
}
