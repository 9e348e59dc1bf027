using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using OpsCenter.Portal.Security;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class MachineProblemTests
{
    [Fact]
    public async Task A_problem_holds_what_was_given_and_nothing_else()
    {
        var (context, body) = Request();

        await MachineProblem.WriteAsync(context, 422, "invalid_usage", "The report is not valid.", errors: new Dictionary<string, string[]>
        {
            ["tools_used[0].units"] = ["must be > 0"],
        });

        context.Response.StatusCode.Should().Be(422);
        context.Response.ContentType.Should().Be("application/problem+json");
        context.Response.Headers.CacheControl.ToString().Should().Be("no-store");
        context.Response.Headers.RetryAfter.Should().BeEmpty();
        Encoding.UTF8.GetString(body.ToArray()).Should().Be(
            """{"title":"The report is not valid.","status":422,"code":"invalid_usage","retryable":false,"errors":{"tools_used[0].units":["must be > 0"]}}""");
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(999, "1")]
    [InlineData(1_000, "1")]
    [InlineData(1_001, "2")]
    public async Task The_wait_is_told_in_whole_seconds_rounded_up(int milliseconds, string seconds)
    {
        var (context, _) = Request();

        await MachineProblem.WriteAsync(context, 503, "busy", "Busy.", retryable: true, retryAfter: TimeSpan.FromMilliseconds(milliseconds));

        context.Response.Headers.RetryAfter.ToString().Should().Be(seconds);
    }

    private static (HttpContext Context, MemoryStream Body) Request()
    {
        var body = new MemoryStream();

        return (new DefaultHttpContext { Response = { Body = body } }, body);
    }
}
