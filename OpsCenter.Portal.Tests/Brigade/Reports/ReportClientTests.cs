using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Brigade.Reports;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

public sealed class ReportClientTests : IAsyncLifetime
{
    private readonly BrigadeFixture brigade = new();

    public async Task InitializeAsync()
    {
        await brigade.InitializeAsync();
        await brigade.StartAsync();
    }

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "2", 2)]
    [InlineData(503, "86400", 300)]
    [InlineData(503, "Mon, 15 Jun 2026 12:00:30 GMT", 30)]
    [InlineData(503, "soon", null)]
    public async Task Retry_After_is_passed_on_within_bounds(int status, string header, int? seconds)
    {
        brigade.OpsCenter.OnReports = async context =>
        {
            context.Response.Headers.RetryAfter = header;
            await FakeOpsCenter.RefuseAsync(context, status, "busy");
            return true;
        };

        var reply = await SendAsync("a");

        var asked = reply.Should().BeOfType<ReportReply.Undecided>().Which.RetryAfter;
        asked.Should().Be(seconds is { } whole ? TimeSpan.FromSeconds(whole) : null);
    }

    [Fact]
    public async Task Answers_that_do_not_fit_the_batch_decide_nothing()
    {
        brigade.OpsCenter.OnReports = async context =>
        {
            await context.Response.WriteAsync("""[ { "http_status": 201, "job_id": "a", "status": "priced" } ]""");
            return true;
        };

        var reply = await SendAsync("a", "b");

        reply.Should().BeOfType<ReportReply.Undecided>();
    }

    [Fact]
    public async Task An_Ops_Center_that_is_away_decides_nothing()
    {
        await brigade.OpsCenter.DisposeAsync();

        var reply = await SendAsync("a");

        reply.Should().BeOfType<ReportReply.Undecided>().Which.Reason.Should().Contain("cannot be reached").And.NotContain(FakeOpsCenter.Key);
    }

    private Task<ReportReply> SendAsync(params IEnumerable<string> jobs) => brigade.Services.GetRequiredService<ReportClient>().SendAsync(
        [.. jobs.Select(job => new SpooledReport(ReportJson.Write(JobReports.Of(job)), JobReports.Noon))], CancellationToken.None);
}
