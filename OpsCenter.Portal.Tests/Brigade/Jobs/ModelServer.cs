using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>An OpenAI-compatible server that is strict about requests: a field it does not know is refused.</summary>
internal sealed class ModelServer : IAsyncLifetime
{
    public const string HouseKey = "sk-house-0123456789";

    private static readonly string[] KnownFields = ["model", "messages", "max_tokens", "stream", "stream_options"];

    private WebApplication? app;

    /// <summary>Keys it takes.</summary>
    public HashSet<string> Keys { get; } = [HouseKey];

    /// <summary>Keys of the requests, as they came.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    /// <summary>Answers a sound request with a good key.</summary>
    public Func<HttpContext, JsonElement, Task> Answer { get; set; } = (context, _) => StreamAsync(context, ["Twelve ", "words."], 100, 20);

    public string Address => $"{app?.Urls.Single() ?? throw new InvalidOperationException("Not started.")}/v1";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/chat/completions", CompleteAsync);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    /// <summary>Settings that send a route's jobs here.</summary>
    public IEnumerable<KeyValuePair<string, string?>> SettingsOf(string route) =>
    [
        new($"Models:{route}:BaseUrl", Address),
        new($"Models:{route}:ApiKey", HouseKey),
        new($"Models:{route}:Model", "the-model"),
    ];

    /// <summary>Streams pieces and, at the end, usage.</summary>
    public static async Task StreamAsync(HttpContext context, IEnumerable<string> pieces, int input, int output, int cached = 0)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        foreach (var piece in pieces)
            await SendAsync(context, new { choices = new[] { new { index = 0, delta = new { content = piece } } } });

        await SendAsync(context, new
        {
            choices = Array.Empty<object>(),
            usage = new { prompt_tokens = input, completion_tokens = output, prompt_tokens_details = new { cached_tokens = cached } },
        });
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    /// <summary>Streams one event.</summary>
    public static async Task SendAsync(HttpContext context, object chunk)
    {
        context.Response.ContentType ??= "text/event-stream";
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n");
        await context.Response.Body.FlushAsync();
    }

    private async Task CompleteAsync(HttpContext context)
    {
        var key = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        Seen.Enqueue(key);
        if (!Keys.Contains(key))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(new { error = new { message = $"Incorrect API key provided: {key}" } });
            return;
        }

        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        if (IsSound(request.RootElement))
            await Answer(context, request.RootElement);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static bool IsSound(JsonElement request) =>
        request.EnumerateObject().All(field => KnownFields.Contains(field.Name))
        && request.GetProperty("model").GetString() == "the-model"
        && request.GetProperty("messages")[0].GetProperty("role").GetString() == "user"
        && request.GetProperty("messages")[0].GetProperty("content").GetString() is { Length: > 0 }
        && request.GetProperty("max_tokens").GetInt32() > 0
        && request.GetProperty("stream").GetBoolean()
        && request.GetProperty("stream_options").GetProperty("include_usage").GetBoolean();
}
