using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Status;

namespace OpsCenter.Brigade.Reports;

/// <summary>Sends reports: one alone as an object, several as a batch.</summary>
internal sealed class ReportClient(OpsCenterHttp http, OpsCenterClock clock, BrigadeMetrics metrics)
{
    private const string Path = "api/v1/usage/record";
    private const string NotOpsCenter = "somebody else seems to answer in Ops-Center's place. Look at OpsCenter:Url.";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Sends reports, each exactly as it lies in the spool.</summary>
    public async Task<ReportReply> SendAsync(IReadOnlyList<SpooledReport> reports, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(BodyOf(reports)) };
            request.Content.Headers.ContentType = Json;
            using var response = await http.SendAsync(request, cancellationToken);
            metrics.CountReportRequest(((int)response.StatusCode).ToString());
            return Read(response.StatusCode, Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)), reports.Count, RetryAfter(response));
        }
        catch (HttpRequestException reason)
        {
            metrics.CountReportRequest("none");
            return new ReportReply.Undecided($"Ops-Center cannot be reached: {reason.Message}");
        }
    }

    private static byte[] BodyOf(IReadOnlyList<SpooledReport> reports)
    {
        if (reports is [var only])
            return only.Body;

        var body = new byte[reports.Sum(report => report.Body.Length + 1) + 1];
        var at = 0;
        foreach (var report in reports)
        {
            body[at] = at == 0 ? (byte)'[' : (byte)',';
            report.Body.CopyTo(body, at + 1);
            at += report.Body.Length + 1;
        }

        body[at] = (byte)']';
        return body;
    }

    private static ReportReply Read(HttpStatusCode status, JsonElement? body, int count, TimeSpan? retryAfter) => (status, body) switch
    {
        (HttpStatusCode.Unauthorized, _) => new ReportReply.Undecided("Ops-Center does not accept Brigade's credential (OpsCenter:Key). All reports are kept."),
        (HttpStatusCode.Forbidden, _) => new ReportReply.Undecided("Brigade's credential lacks the scope usage:write. All reports are kept."),
        ( >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout, _) =>
            new ReportReply.Undecided($"Ops-Center answered {(int)status}.", retryAfter),
        (HttpStatusCode.OK, { ValueKind: JsonValueKind.Array } items) when count > 1 && items.GetArrayLength() == count && items.EnumerateArray().All(IsItem) =>
            new ReportReply.Answered([.. items.EnumerateArray().Select(item => (item.GetProperty("http_status").GetInt32(), item))]),
        (HttpStatusCode.RequestEntityTooLarge, _) when count > 1 => new ReportReply.BatchRefused("The batch is too large."),
        (HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity, { } refusal)
            when count > 1 && OpsCenterProblem.Read(refusal) is { } problem => new ReportReply.BatchRefused(problem.Title),
        (_, { ValueKind: JsonValueKind.Object } answer) when count == 1 && IsAnswer((int)status, answer) => new ReportReply.Answered([((int)status, answer)]),
        _ => new ReportReply.Undecided($"Ops-Center answered {(int)status} in an unknown form; {NotOpsCenter}", retryAfter),
    };

    private static bool IsItem(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty("http_status", out var status) && status.ValueKind is JsonValueKind.Number
        && status.TryGetInt32(out var number) && IsAnswer(number, item);

    // An answer is believed only in Ops-Center's form: a page of a proxy must neither lose a report nor condemn it.
    private static bool IsAnswer(int status, JsonElement answer) => status is 200 or 201
        ? answer.TryGetProperty("job_id", out var job) && job.ValueKind is JsonValueKind.String
            && answer.TryGetProperty("status", out var word) && word.ValueKind is JsonValueKind.String
        : OpsCenterProblem.Read(answer) is not null;

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - clock.GetUtcNow()) : null;
        return asked is { } wait && wait > TimeSpan.Zero ? (wait < LongestRetryAfter ? wait : LongestRetryAfter) : null;
    }
}
