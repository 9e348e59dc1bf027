using FluentAssertions;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class NoSecretsInLogsTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Email = "quiet.person@example.com";
    private const string Password = "correct hedgehog staple";
    private const string WrongPassword = "incorrect hedgehog staple";

    [Fact]
    public async Task Signing_in_and_out_leaves_no_address_password_or_session_key_in_the_log_at_any_level()
    {
        await fixture.Host.AddPersonAsync(Email, Password);
        using var browser = fixture.Host.OpenBrowser();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            using var wrong = await browser.SignInAsync(Email, WrongPassword);
        }

        using var signedIn = await browser.SignInAsync(Email, Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("opscenter.session=", StringComparison.Ordinal));
        var key = cookie.Split('=', ';')[1];
        using var page = await browser.GetAsync("/");

        string[] secrets = [Email, Email.ToUpperInvariant(), Password, WrongPassword, key];
        var leaks = fixture.Host.Log.Lines.Where(line => secrets.Any(line.Contains));
        fixture.Host.Log.Lines.Should().Contain(line => line.Contains(Browser.SignInPath), "the log was listened to");
        leaks.Should().BeEmpty();
    }
}
