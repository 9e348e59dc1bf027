using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Security.Credentials;

public sealed class SecretsInLogsTests(ChromiumFixture chromium, TestDatabase database) : IClassFixture<ChromiumFixture>, IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_secret_that_is_made_shown_and_rotated_is_in_no_log_at_any_level()
    {
        await using var host = AccountsHost.Listen(database);
        await using var session = await BrowserSession.OpenAsync(chromium, new Uri(host.ClientOptions.BaseAddress, CredentialsPage.Path));
        await session.Page.GetByLabel("E-mail address").FillAsync(AccountsHost.AdminEmail);
        await session.Page.GetByLabel("Password").FillAsync(AccountsHost.AdminPassword);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        var (credentials, frame) = (new CredentialsPage(session.Page), new Frame(session.Page));

        var first = await credentials.CreateAsync("Quiet", "quiet");
        await credentials.Stored.ClickAsync();
        await credentials.ChooseAsync("Quiet", "Rotate…");
        await frame.DialogButton("Rotate").ClickAsync();
        var second = await credentials.Secret.InnerTextAsync();
        await credentials.Stored.ClickAsync();
        await Expect(credentials.Row("Quiet")).ToHaveCountAsync(2);

        second.Should().NotBe(first).And.StartWith("ock_");
        host.Log.Lines.Should().Contain(line => line.Contains("INSERT INTO machine_credentials"), "the log was listened to");
        host.Log.Lines.Should().NotContain(line => line.Contains(first) || line.Contains(second));
    }
}
