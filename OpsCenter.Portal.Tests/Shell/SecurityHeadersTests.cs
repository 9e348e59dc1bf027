using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

public sealed partial class SecurityHeadersTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("GET", "/not-found", 200)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("POST", "/no/such/page", 405)]
    [InlineData("GET", "/test/throws", 500)]
    [InlineData("POST", "/test/throws", 500)]
    [InlineData("GET", "/app.css", 200)]
    [InlineData("GET", "/api/test/missing", 404)]
    [InlineData("GET", "/", 401)]
    public async Task Every_kind_of_answer_carries_the_same_headers(string method, string path, int status)
    {
        using var client = host.CreateClient();

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        ((int)answer.StatusCode).Should().Be(status);
        Header(answer, "Content-Security-Policy").Should().MatchRegex(
            "^default-src 'self'; script-src 'self' 'nonce-[A-Za-z0-9+/]{24}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'$");
        Header(answer, "X-Content-Type-Options").Should().Be("nosniff");
        Header(answer, "Referrer-Policy").Should().Be("strict-origin-when-cross-origin");
        Header(answer, "Permissions-Policy").Should().Contain("camera=()");
        Header(answer, "Cross-Origin-Opener-Policy").Should().Be("same-origin");
        Header(answer, "Strict-Transport-Security").Should().BeNull("this answer came over plain http");
    }

    [Theory]
    [InlineData("/not-found")]
    [InlineData("/no/such/page")]
    [InlineData("/test/throws")]
    public async Task Every_script_on_a_page_carries_the_nonce_of_its_answer(string path)
    {
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        var nonce = NonceInHeader().Match(Header(answer, "Content-Security-Policy") ?? "").Groups[1].Value;
        var scripts = Scripts().Matches(html).Select(match => WebUtility.HtmlDecode(match.Value)).ToList();

        scripts.Should().HaveCountGreaterThan(3).And.OnlyContain(script => script.Contains($"nonce=\"{nonce}\""));
        EventAttributes().IsMatch(html).Should().BeFalse("handlers in attributes are inline scripts");
    }

    [Fact]
    public async Task No_two_answers_share_a_nonce()
    {
        using var client = host.CreateClient();

        using var first = await client.GetAsync(new Uri("/not-found", UriKind.Relative));
        using var second = await client.GetAsync(new Uri("/not-found", UriKind.Relative));

        Header(first, "Content-Security-Policy").Should().NotBe(Header(second, "Content-Security-Policy"));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(" AND ", values) : null;

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NonceInHeader();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"<[^>]+\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex EventAttributes();
}
