using FluentAssertions;
using OpsCenter.Portal.Shell;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class ErrorAnswersTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task An_unknown_address_gets_the_not_found_page_in_the_frame()
    {
        var html = await GetAsync("/no/such/page");

        html.Should().Contain("<title>Page not found · Ops-Center</title>").And.Contain("id=\"content\"").And.Contain("Sign in");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_failed_request_gets_an_error_id_and_a_way_to_try_again(string method)
    {
        var html = await SendAsync(method, "/test/throws");

        html.Should().MatchRegex("data-copy=\"[0-9a-f]{32}\"").And.Contain("href=\"/test/throws\"").And.NotContain("on purpose");
    }

    [Theory]
    [InlineData("/jobs", "/jobs")]
    [InlineData("//evil.example/x", "/")]
    [InlineData("/\\evil.example/x", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void The_way_to_try_again_never_leads_to_another_host(string? asked, string expected) =>
        LocalPath.OrHome(asked).Should().Be(expected);

    [Fact]
    public async Task A_form_without_a_good_token_gets_a_page_that_says_what_to_do()
    {
        using var client = host.CreateClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in")]);

        using var answer = await client.PostAsync(new Uri(PortalUrls.SignIn, UriKind.Relative), form);

        ((int)answer.StatusCode).Should().Be(400);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("This request was refused").And.Contain($"href=\"{PortalUrls.SignIn}\"");
    }

    [Fact]
    public async Task A_machine_gets_no_page()
    {
        var body = await GetAsync("/api/test/missing");

        body.Should().BeEmpty();
    }

    [Fact]
    public async Task The_address_of_the_status_page_itself_is_not_found()
    {
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri("/status/403", UriKind.Relative));

        ((int)answer.StatusCode).Should().Be(404);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Page not found");
    }

    private Task<string> GetAsync(string path) => SendAsync("GET", path);

    private async Task<string> SendAsync(string method, string path)
    {
        using var client = host.CreateClient();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        return await answer.Content.ReadAsStringAsync();
    }
}
