using System.Net;
using FluentAssertions;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class SignInTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Password = "seven quiet herons";
    private const string NeutralError = "The e-mail address or the password is not right.";

    // Even an address that leads nowhere shows the frame, with the sign-out button in it.
    private const string AnyPageWithTheFrame = "/leads-nowhere";

    private AccountsHost Host => fixture.Host;

    [Fact]
    public async Task A_person_who_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        await Host.AddPersonAsync("back@example.com", Password);
        using var browser = Host.OpenBrowser();

        using var first = await browser.GetAsync("/?tab=2&q=a%26b");
        using var second = await browser.SignInAsync("back@example.com", Password, "/?tab=2&q=a%26b");

        first.Headers.Location!.ToString().Should().Be("/account/sign-in?returnUrl=%2F%3Ftab%3D2%26q%3Da%2526b");
        second.StatusCode.Should().Be(HttpStatusCode.Redirect);
        second.Headers.Location!.PathAndQuery.Should().Be("/?tab=2&q=a%26b");
        (await browser.IsSignedInAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task The_address_may_be_typed_in_any_case_and_with_blanks_around_it()
    {
        await Host.AddPersonAsync("case@example.com", Password);
        using var browser = Host.OpenBrowser();

        using var answer = await browser.SignInAsync(" Case@Example.COM ", Password);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await Host.AddPersonAsync("known@example.com", Password);
        using var browser = Host.OpenBrowser();

        var wrong = await ReadAsync(await browser.SignInAsync("known@example.com", "seven quiet storks"));
        var unknown = await ReadAsync(await browser.SignInAsync("nobody@example.com", "seven quiet storks"));

        wrong.Should().Contain(NeutralError);
        unknown.Should().Contain(NeutralError);
        (await browser.IsSignedInAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData("", Password)]
    [InlineData("no-address", Password)]
    [InlineData("with\u0001control@example.com", Password)]
    [InlineData("known2@example.com", "")]
    public async Task Nonsense_gets_the_neutral_answer(string email, string password)
    {
        using var browser = Host.OpenBrowser();

        var answer = await ReadAsync(await browser.SignInAsync(email, password));

        answer.Should().Contain(NeutralError);
    }

    [Fact]
    public async Task The_password_is_never_sent_back()
    {
        using var browser = Host.OpenBrowser();

        var answer = await ReadAsync(await browser.SignInAsync("echo@example.com", "an unusual password"));

        answer.Should().Contain("echo@example.com").And.NotContain("an unusual password");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/account/sign-out")]
    public async Task A_return_address_that_is_not_ours_is_ignored(string returnUrl)
    {
        using var browser = Host.OpenBrowser();

        using var answer = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword, returnUrl);

        answer.Headers.Location.Should().Be(new Uri("http://localhost/"));
    }

    [Fact]
    public async Task A_form_without_antiforgery_token_is_refused()
    {
        using var browser = Host.OpenBrowser();

        using var answer = await browser.PostAsync(
            Browser.SignInPath,
            ("_handler", "sign-in"),
            ("Form.Email", AccountsHost.AdminEmail),
            ("Form.Password", AccountsHost.AdminPassword));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await browser.IsSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_ends_with_the_browser()
    {
        using var browser = Host.OpenBrowser();

        using var answer = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);

        var cookie = SessionCookieOf(answer);
        cookie.HttpOnly.Should().BeTrue();
        cookie.SameSite.Should().Be(SameSiteMode.Lax);
        cookie.Secure.Should().BeFalse("the request came over plain http");
        cookie.Expires.Should().BeNull();
    }

    [Fact]
    public async Task A_remembered_browser_keeps_the_cookie_for_fourteen_days()
    {
        using var browser = Host.OpenBrowser();

        using var answer = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword, remember: true);

        SessionCookieOf(answer).Expires.Should().BeCloseTo(Host.Clock.GetUtcNow().AddDays(14), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = Host.OpenBrowser();
        using var signedIn = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);
        var token = await browser.TokenOfAsync(AnyPageWithTheFrame);

        using var answer = await browser.PostAsync(Browser.SignOutPath, ("__RequestVerificationToken", token));

        answer.Headers.Location!.ToString().Should().Be(Browser.SignInPath);
        (await browser.IsSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Signing_out_without_antiforgery_token_is_refused()
    {
        using var browser = Host.OpenBrowser();
        using var signedIn = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);

        using var answer = await browser.PostAsync(Browser.SignOutPath);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await browser.IsSignedInAsync()).Should().BeTrue();
    }

    private static SetCookieHeaderValue SessionCookieOf(HttpResponseMessage answer) =>
        SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues(HeaderNames.SetCookie)]).Single(cookie => cookie.Name == "opscenter.session");

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }
}
