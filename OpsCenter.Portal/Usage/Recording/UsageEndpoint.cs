using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary><c>POST /api/v1/usage/record</c>: reads, validates, records, answers. Every answer stands in the contract.</summary>
internal static class UsageEndpoint
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static void MapUsageEndpoint(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/usage/record", HandleAsync).RequireMachine(MachineScopes.UsageWrite);

    private static async Task HandleAsync(HttpContext context, RecordUsage recordUsage, PublicUrls urls, TimeProvider clock)
    {
        if (context.Request.Headers.ContentEncoding is [not (null or "" or "identity"), ..])
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status415UnsupportedMediaType, "unsupported_encoding", "The body is compressed.", "Send it without Content-Encoding.");

            return;
        }

        using var document = await ReadJsonAsync(context);

        if (document is null)
        {
            return;
        }

        var errors = new ReportErrors();
        string? idempotencyKey = context.Request.Headers["Idempotency-Key"];
        var report = UsageReportParser.Parse(document.RootElement, idempotencyKey, clock.GetUtcNow(), errors);

        if (report is null)
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status422UnprocessableEntity, "invalid_usage", "The usage report is not valid.",
                "Nothing was stored. Correct the fields in errors.", errors: errors.ToDictionary());

            return;
        }

        await RecordAsync(context, recordUsage, report, urls);
    }

    private static async Task RecordAsync(HttpContext context, RecordUsage recordUsage, UsageReport report, PublicUrls urls)
    {
        try
        {
            var outcome = await recordUsage.HandleAsync(context.GetMachineActor(), report, context.RequestAborted);
            await AnswerAsync(context, outcome, urls);
        }
        catch (UsageStoreUnavailableException exception)
        {
            var mayBeStored = exception.OutcomeUnknown && report.JobId is null;
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "busy", "The report could not be stored now.",
                mayBeStored ? "It may have been stored. Without a job_id a retry could count it twice." : null,
                retryable: !mayBeStored, retryAfter: RetryAfter);
        }
    }

    private static Task AnswerAsync(HttpContext context, RecordUsageOutcome outcome, PublicUrls urls)
    {
        if (outcome is not RecordUsageOutcome.Recorded recorded)
        {
            return MachineProblem.WriteAsync(
                context, StatusCodes.Status409Conflict, "job_conflict", "Another job has this job_id.", "Nothing was changed.");
        }

        var body = new ArrayBufferWriter<byte>(512);

        using (var json = new Utf8JsonWriter(body))
        {
            UsageAnswer.Write(json, recorded.Job, recorded.Replayed, urls.Receipt(context.Request, recorded.Job.EventId));
        }

        context.Response.StatusCode = recorded.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;

        return context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }

    private static async Task<JsonDocument?> ReadJsonAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = UsageLimits.MaxBodyBytes;
        }

        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException exception)
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status400BadRequest, "invalid_json", "The body is not JSON.",
                $"Line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        catch (BadHttpRequestException exception)
        {
            var tooLarge = exception.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await MachineProblem.WriteAsync(
                context, exception.StatusCode, tooLarge ? "too_large" : "invalid_request",
                tooLarge ? $"The report has more than {UsageLimits.MaxBodyBytes} bytes." : "The request could not be read.");
        }

        return null;
    }
}
