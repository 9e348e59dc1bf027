using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>The database goes away and comes back while the portal runs.</summary>
public sealed class OutageTests(PortalOnOwnServer server) : IClassFixture<PortalOnOwnServer>
{
    private EmbeddedPostgres Postgres => server.Postgres;

    private PortalHost Host => server.Host;

    [Fact]
    public async Task Reports_and_reads_are_refused_as_busy_and_accepted_again_without_a_restart()
    {
        (await PostAsync()).Status.Should().Be(HttpStatusCode.Created);

        await Postgres.StopAsync(CancellationToken.None);
        var (busy, problem, retryAfter) = await PostAsync();
        var (read, readProblem) = await ReadAsync();
        await Postgres.StartAsync(CancellationToken.None);

        busy.Should().Be(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("code").GetString().Should().Be("busy");
        retryAfter.Should().NotBeNull();
        read.Should().Be(HttpStatusCode.ServiceUnavailable);
        readProblem.GetProperty("code").GetString().Should().Be("busy");
        (await PostAsync()).Status.Should().Be(HttpStatusCode.Created);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body, RetryConditionHeaderValue? RetryAfter)> PostAsync()
    {
        using var client = Host.CreateMachine();
        using var response = await client.PostAsJsonAsync("/api/v1/usage/record", Reports.Brief());

        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(), response.Headers.RetryAfter);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync()
    {
        using var client = Host.CreateMachine();
        using var response = await client.GetAsync("/api/v1/pricing/rate-card");

        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
