using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>The database goes away and comes back while the portal runs.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private EmbeddedPostgres? postgres;
    private PortalHost? host;

    private EmbeddedPostgres Postgres => postgres ?? throw new InvalidOperationException("Not initialised.");

    private PortalHost Host => host ?? throw new InvalidOperationException("Not initialised.");

    public async Task InitializeAsync()
    {
        postgres = new EmbeddedPostgres(
            new EmbeddedPostgresOptions { Data = folder.Data, Durable = false }, NullLogger<EmbeddedPostgres>.Instance, TimeProvider.System);
        await postgres.StartAsync(CancellationToken.None);
        host = new PortalHost(postgres.ConnectionString);
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Postgres.DisposeAsync();
        folder.Remove();
    }

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
