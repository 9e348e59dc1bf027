using System.Net;
using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards.Yaml;

/// <summary>The file as a browser gets it.</summary>
public sealed class RateCardExportTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Path = "/admin/system/rate-card/export";
    private const string Password = "seven quiet herons";

    [Fact]
    public async Task An_operator_gets_an_attachment_named_for_the_version()
    {
        using var browser = await SignedInAsync("finance@example.com", PlatformRole.Finance);

        using var answer = await browser.GetAsync($"{Path}?version=1");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/yaml");
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        answer.Content.Headers.ContentDisposition.FileName.Should().Be("rate-card-v1.yaml");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await answer.Content.ReadAsStringAsync()).Should().StartWith("version: 1\ncurrency: USD\ndefault_agent_rate_per_1k: 0.005\nroutes:\n");
    }

    [Theory]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("")]
    [InlineData("99999999999")]
    public async Task A_version_that_does_not_exist_is_not_found(string version)
    {
        using var browser = await SignedInAsync($"v{version.Length}{version.GetHashCode(StringComparison.Ordinal)}@example.com", PlatformRole.Admin);

        using var answer = await browser.GetAsync($"{Path}?version={version}");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_without_a_role_is_refused()
    {
        using var browser = await SignedInAsync("nobody@example.com", role: null);

        using var answer = await browser.GetAsync($"{Path}?version=1");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("markup_percent");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in()
    {
        using var browser = fixture.Host.OpenBrowser();

        using var answer = await browser.GetAsync($"{Path}?version=1");

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().StartWith("/account/sign-in");
    }

    private async Task<Accounts.Browser> SignedInAsync(string email, PlatformRole? role)
    {
        await fixture.Host.AddPersonAsync(email, Password, role);
        var browser = fixture.Host.OpenBrowser();
        (await browser.SignInAsync(email, Password)).Dispose();

        return browser;
    }
}
