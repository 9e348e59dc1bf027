using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpsCenter.Portal.Tests.Adapters.ProviderKeys;

/// <summary>Speaks as an OpenAI-compatible provider, on a port of its own, and remembers whatever such a provider is not asked.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    public const string Key = "sk-loopback-0123456789-abcd";

    private readonly WebApplication app;
    private readonly List<string> surprises = [];

    private LoopbackProvider(WebApplication app) => this.app = app;

    /// <summary>Base of its interface.</summary>
    public string BaseUrl => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/v1"; // started

    /// <summary>How many requests reached it, wherever they went.</summary>
    public int Requests { get; private set; }

    /// <summary>What was not asked as it must be.</summary>
    public IReadOnlyList<string> Surprises => surprises;

    /// <summary>Answers instead of it.</summary>
    public RequestDelegate? Instead { get; set; }

    public static async Task<LoopbackProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new LoopbackProvider(builder.Build());
        fake.app.Run(fake.AnswerAsync);
        await fake.app.StartAsync();

        return fake;
    }

    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Requests++;
        Expect($"{request.Method} {request.Path}{request.QueryString}", "GET /v1/models");
        Expect($"body {request.ContentLength ?? 0}", "body 0");
        Expect($"cookie {request.Headers.Cookie}", "cookie ");
        response.Cookies.Append("tracked", "yes");

        if (Instead is { } instead)
        {
            await instead(context);
        }
        else if (request.Headers.Authorization != $"Bearer {Key}")
        {
            // As providers do: the key is repeated in what went wrong.
            response.StatusCode = StatusCodes.Status401Unauthorized;
            await response.WriteAsync($$"""{ "error": { "message": "Incorrect API key provided: {{request.Headers.Authorization}}" } }""");
        }
        else
        {
            await response.WriteAsync("""{ "object": "list", "data": [ { "id": "gpt-4", "object": "model" } ] }""");
        }
    }

    private void Expect(string asked, string expected)
    {
        if (asked != expected)
            surprises.Add(asked);
    }
}
