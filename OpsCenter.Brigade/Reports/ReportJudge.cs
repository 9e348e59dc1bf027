using System.Text.Json;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Reports;

/// <summary>Says what Ops-Center's answer means for a report. In doubt the report is sent again: its job is counted once however often it comes.</summary>
internal sealed class ReportJudge(OpsCenterClock clock)
{
    // A clock that was further ahead than this was wrong; nobody waits for it.
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromDays(1);

    /// <summary>Judges an answer in Ops-Center's form.</summary>
    public ReportVerdict Judge(SpooledReport report, int httpStatus, JsonElement answer) => httpStatus switch
    {
        200 or 201 => ReportVerdict.Acknowledged,
        400 when OpsCenterProblem.Read(answer)?.Code == "invalid_request" => ReportVerdict.Later, // the connection broke
        422 when IsAheadOnly(report, answer) => ReportVerdict.Later,
        400 or 409 or 413 or 422 => ReportVerdict.Refused,
        _ => ReportVerdict.Later,
    };

    // A job of the time when Brigade's clock was ahead and nobody had told it: the moment comes, and the report is right then.
    private bool IsAheadOnly(SpooledReport report, JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object
        && errors.EnumerateObject().All(error => error.NameEquals("occurred_at"))
        && ReportJson.MomentOf(report.Body) is { } moment && moment > clock.GetUtcNow() && moment < clock.GetUtcNow() + WorthWaiting;
}
