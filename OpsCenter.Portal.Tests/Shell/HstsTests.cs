using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using OpsCenter.Portal.Security;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class HstsTests
{
    [Theory]
    [InlineData("https://portal.example", true)]
    [InlineData("http://portal.example", false)]
    [InlineData("https://localhost", false)]
    [InlineData("https://127.0.0.1", false)]
    public async Task A_browser_is_bound_to_https_only_by_a_public_https_answer(string address, bool isBound)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapGet("/", () => "ok");
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync(new Uri(address));

        answer.Headers.Contains("Strict-Transport-Security").Should().Be(isBound);
    }
}
