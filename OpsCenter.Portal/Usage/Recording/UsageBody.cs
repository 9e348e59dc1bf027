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

    // A body that is too large is read to its end all the same, up to here: a sender who still writes would not see the answer.
    private const long MaxDrained = 4 * UsageLimits.MaxBatchBytes;

    private static readonly string SizeRule =
        $"A report has at most {UsageLimits.MaxReportBytes} bytes, a batch at most {UsageLimits.MaxBatchBytes}.";

    /// <summary>The JSON document, or null after a problem was answered.</summary>
    public static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxDrained;
        }

        try
        {
            var body = await ReadAsync(context.Request.BodyReader, context.RequestAborted);

            if (body is not null)
            {
                return JsonDocument.Parse(body);
            }

            await MachineProblem.WriteAsync(context, UsageProblem.TooLarge(SizeRule));
        }
        catch (JsonException exception)
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status400BadRequest, "invalid_json", "The body is not JSON.",
                $"Line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await MachineProblem.WriteAsync(context, UsageProblem.TooLarge(SizeRule));
        }
        catch (BadHttpRequestException exception)
        {
            await MachineProblem.WriteAsync(context, exception.StatusCode, "invalid_request", "The request could not be read.");
        }

        return null;
    }

    // The whole body, or null when it is too large.
    private static async Task<byte[]?> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        var tooLarge = false;

        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            tooLarge |= IsTooLarge(read.Buffer);

            if (read.IsCompleted)
            {
                var body = tooLarge ? null : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);

                return body;
            }

            reader.AdvanceTo(tooLarge ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsTooLarge(ReadOnlySequence<byte> body) =>
        body.Length > UsageLimits.MaxBatchBytes || (body.Length > UsageLimits.MaxReportBytes && !IsArray(body));

    private static bool IsArray(ReadOnlySequence<byte> body)
    {
        var text = new SequenceReader<byte>(body);
        text.AdvancePastAny(" \t\r\n"u8);

        return text.TryPeek(out var first) && first == ArrayStart;
    }
}
