using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsCenter.Brigade.Hosting;

/// <summary>A refusal, in the same problem documents (RFC 9457) that Ops-Center answers machines with.</summary>
/// <param name="Title">What is wrong, for people, equal for every occurrence.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name for programs: <c>unknown_agent</c>.</param>
/// <param name="Retryable">Whether the same request may succeed later without harm.</param>
/// <param name="Detail">What is special about this occurrence; null when the title says it all.</param>
/// <param name="Errors">Messages by field path, for a refused body.</param>
public sealed record BrigadeProblem(
    string Title,
    int Status,
    string Code,
    bool Retryable = false,
    string? Detail = null,
    IReadOnlyDictionary<string, string[]>? Errors = null)
{
    private const string ContentType = "application/problem+json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Numbers and words of this occurrence, for programs: further fields of the document.</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? More { get; init; }

    /// <summary>Answers a request with it. The answer must not have started.</summary>
    /// <param name="context">The request being refused.</param>
    /// <param name="retryAfter">When to try again; rounded up to whole seconds, at least one.</param>
    public Task WriteAsync(HttpContext context, TimeSpan? retryAfter = null)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (retryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString();
        var body = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
