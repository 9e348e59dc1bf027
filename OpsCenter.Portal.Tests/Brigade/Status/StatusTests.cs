using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Reports;
using OpsCenter.Portal.Tests.Brigade.Reports;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Status;

public sealed class StatusTests : IAsyncLifetime
{
    private readonly BrigadeFixture brigade = new();

    public async Task InitializeAsync()
    {
        await brigade.InitializeAsync();
        await brigade.StartAsync();
        await brigade.UntilAsync(() => brigade.Services.GetRequiredService<CurrentCard>().InUse is not null);
    }

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Theory]
    [InlineData("/health/live", null, 200)]
    [InlineData("/health/ready", null, 200)]
    [InlineData("/metrics", null, 200)]
    [InlineData("/api/v1/status", null, 401)]
    [InlineData("/api/v1/status", "wrong", 401)]
    [InlineData("/api/v1/status", FakeOpsCenter.Key, 401)]
    [InlineData("/api/v1/status", BrigadeFixture.CallerKey, 200)]
    [InlineData("/api/v1/config/refresh", null, 401)]
    [InlineData("/api/v1/jobs", null, 401)]
    [InlineData("/metrics/more", null, 401)]
    [InlineData("/", null, 401)]
    [InlineData("/nowhere", BrigadeFixture.CallerKey, 404)]
    public async Task Only_health_and_metrics_are_open(string path, string? key, int status)
    {
        using var client = brigade.CreateClient(key);

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(status);
        if (status == 401)
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be("invalid_credential");
    }

    [Fact]
    public async Task The_status_says_how_things_stand()
    {
        brigade.OpsCenter.OnReport = job => job == "bad" ? (422, "invalid_usage") : null;
        var spool = brigade.Services.GetRequiredService<ReportSpool>();
        await spool.AppendAsync(JobReports.Of("good"), CancellationToken.None);
        await spool.AppendAsync(JobReports.Of("bad"), CancellationToken.None);
        await brigade.UntilAsync(() => spool.Count == 0);

        var status = await StatusAsync();

        status.GetProperty("card_version").GetInt32().Should().Be(1);
        status.GetProperty("card_source").GetString().Should().Be("ops-center");
        status.GetProperty("stale").GetBoolean().Should().BeFalse();
        status.GetProperty("spooled_reports").GetInt64().Should().Be(0);
        status.GetProperty("oldest_spooled_at").ValueKind.Should().Be(JsonValueKind.Null);
        status.GetProperty("dead_letters").GetInt64().Should().Be(1);
        status.GetProperty("last_error").GetString().Should().Contain("bad");
        status.GetProperty("last_report_at").ValueKind.Should().Be(JsonValueKind.String);
        status.GetProperty("card_fetched_at").ValueKind.Should().Be(JsonValueKind.String);
        status.GetProperty("started_at").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_waits_for_an_Ops_Center_that_does_not_accept_Brigade_is_said_loudly()
    {
        brigade.OpsCenter.OnReports = async context =>
        {
            await FakeOpsCenter.RefuseAsync(context, 401, "invalid_credential");
            return true;
        };
        await brigade.Services.GetRequiredService<ReportSpool>().AppendAsync(JobReports.Of("a"), CancellationToken.None);
        await brigade.UntilAsync(() => !brigade.OpsCenter.Bodies.IsEmpty);
        await brigade.UntilAsync(() => brigade.OpsCenter.Bodies.Count > 1);

        var status = await StatusAsync();

        status.GetProperty("spooled_reports").GetInt64().Should().Be(1);
        status.GetProperty("oldest_spooled_at").ValueKind.Should().Be(JsonValueKind.String);
        status.GetProperty("last_error").GetString().Should().Contain("OpsCenter:Key").And.NotContain(FakeOpsCenter.Key);
    }

    [Fact]
    public async Task Metrics_have_the_spool_and_the_card()
    {
        using var client = brigade.CreateClient(null);

        var metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        metrics.Should().Contain("opscenter_brigade_spooled_reports").And.Contain("opscenter_brigade_card_version").And.Contain("opscenter_brigade_dead_letters");
    }

    private async Task<JsonElement> StatusAsync()
    {
        using var client = brigade.CreateClient();
        return await client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/status", UriKind.Relative));
    }
}
