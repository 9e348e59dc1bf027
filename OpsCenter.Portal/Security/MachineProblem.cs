using System.Text.Json;

namespace OpsCenter.Portal.Security;

/// <summary>Refusals of the machine endpoints: RFC 9457 problem documents with a code for programs and whether trying again can help.</summary>
public static class MachineProblem
{
    /// <summary>Media type of the documents.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Answers with a problem document. The answer must not have started.</summary>
    /// <param name="context">The request being refused.</param>
    /// <param name="status">HTTP status, also in the document.</param>
    /// <param name="code">Stable name for programs: <c>invalid_usage</c>.</param>
    /// <param name="title">The same for people, equal for every occurrence.</param>
    /// <param name="detail">What is special about this occurrence; null when the title says it all.</param>
    /// <param name="retryable">Whether the same request may succeed later without harm.</param>
    /// <param name="errors">Messages by field path, for a refused body.</param>
    /// <param name="retryAfter">When to try again; rounded up to whole seconds, at least one, in <c>Retry-After</c>.</param>
    public static Task WriteAsync(
        HttpContext context,
        int status,
        string code,
        string title,
        string? detail = null,
        bool retryable = false,
        IReadOnlyDictionary<string, string[]>? errors = null,
        TimeSpan? retryAfter = null) =>
        WriteAsync(context, new MachineProblemDocument(title, status, code, retryable, detail, errors), retryAfter);

    /// <summary>Answers with a problem document. The answer must not have started.</summary>
    internal static Task WriteAsync(HttpContext context, MachineProblemDocument document, TimeSpan? retryAfter = null)
    {
        var response = context.Response;
        response.StatusCode = document.Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";

        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = WholeSeconds(wait).ToString();
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(document, MachineProblemDocument.Json);
        response.ContentLength = body.Length;

        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static long WholeSeconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
