using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpsCenter.Portal.Tests.Adapters.Brigade;

/// <summary>Speaks as Brigade must, on a port of its own, and refuses whatever Brigade would refuse; a test may make it speak otherwise.</summary>
internal sealed class LoopbackBrigade : IAsyncDisposable
{
    public const string Key = "loopback-brigade-key-0123456789";

    private readonly WebApplication app;
    private int version;

    private LoopbackBrigade(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()); // started

    /// <summary>How many requests reached it.</summary>
    public int Requests { get; private set; }

    /// <summary>Answers instead of Brigade.</summary>
    public RequestDelegate? Instead { get; set; }

    public static async Task<LoopbackBrigade> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new LoopbackBrigade(builder.Build());
        fake.app.Run(fake.AnswerAsync);
        await fake.app.StartAsync();

        return fake;
    }

    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests++;

        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        var (request, response) = (context.Request, context.Response);

        if (request.Headers.Authorization != $"Bearer {Key}")
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if ((request.Method, request.Path.Value) is ("POST", "/api/v1/config/refresh") && request.ContentLength is 0 or null)
        {
            await response.WriteAsync($$"""{ "card_version": 7, "fetched_at": "2027-01-10T10:42:00.5Z", "changed": {{(version == 7 ? "false" : "true")}}, "more": 1 }""");
        }
        else if ((request.Method, request.Path.Value) is ("GET", "/api/v1/status"))
        {
            await response.WriteAsync(
                """
                { "card_version": 7, "card_fetched_at": "2027-01-10T10:42:00.5Z", "card_source": "disk", "stale": true, "spooled_reports": 3, "dead_letters": 2,
                  "oldest_spooled_at": "2027-01-10T10:00:00Z", "started_at": "2027-01-10T09:00:00Z", "last_report_at": null, "last_error": "No\nroute.", "more": {} }
                """);
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }

        version = 7;
    }
}
