using System.Text;
using System.Threading.Channels;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting;

/// <summary>Traces go to the collector that the environment names, by OTLP over HTTP.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private readonly Channel<string> received = Channel.CreateBounded<string>(100);
    private WebApplication? collector;
    private TracingHost? host;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        collector = builder.Build();
        collector.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            await received.Writer.WriteAsync(await reader.ReadToEndAsync());
        });
        await collector.StartAsync();
        host = new TracingHost($"{collector.Urls.Single()}/v1/traces");
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host!.DisposeAsync();
        await collector!.DisposeAsync();
    }

    [Fact]
    public async Task The_commit_of_a_report_is_traced_without_what_it_says()
    {
        using var client = host!.CreateMachine();
        using var content = new StringContent(Reports.BriefWith("job_id", "\"traced-job\"", "secret-customer"), Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/api/v1/usage/record", content);

        response.EnsureSuccessStatusCode();
        var traces = new StringBuilder();

        while (!traces.ToString().Contains("usage.commit", StringComparison.Ordinal))
        {
            traces.Append(await received.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
        }

        traces.ToString().Should().NotContain("secret-customer").And.NotContain(PortalHost.BrigadeKey);
    }

    private sealed class TracingHost(string collector) : PortalHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
            builder.UseSetting("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector);
            builder.UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
            builder.UseSetting("OTEL_BSP_SCHEDULE_DELAY", "50");
        }
    }
}
