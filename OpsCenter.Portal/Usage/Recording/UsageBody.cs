using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Reads the body of a usage request: one report, or an array of them, which may be longer.</summary>
internal static class UsageBody
{
    private const byte ArrayStart = (byte)'[';

    /// <summary>The JSON document, or null after a problem was answered.</summary>
    public static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = UsageLimits.MaxBatchBytes;
        }

        try
        {
            return await ReadAsync(context.Request.BodyReader, context.RequestAborted);
        }
        catch (JsonException exception)
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status400BadRequest, "invalid_json", "The body is not JSON.",
                $"Line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await MachineProblem.WriteAsync(context, UsageProblem.TooLarge(
                $"A report has at most {UsageLimits.MaxReportBytes} bytes, a batch at most {UsageLimits.MaxBatchBytes}."));
        }
        catch (BadHttpRequestException exception)
        {
            await MachineProblem.WriteAsync(context, exception.StatusCode, "invalid_request", "The request could not be read.");
        }

        return null;
    }

    private static async Task<JsonDocument> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);

            if (read.Buffer.Length > UsageLimits.MaxReportBytes && !IsArray(read.Buffer))
            {
                throw new BadHttpRequestException("A single report is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                // The document refers to the bytes, which go back to the pipe: it gets a copy of its own.
                return JsonDocument.Parse(read.Buffer.ToArray());
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsArray(ReadOnlySequence<byte> body)
    {
        var text = new SequenceReader<byte>(body);
        text.AdvancePastAny(" \t\r\n"u8);

        return text.TryPeek(out var first) && first == ArrayStart;
    }
}
