using System.Text.Json;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Models;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Reads what a report in the spool tells about its job. Output and price are not part of a report.</summary>
internal static class SpooledJob
{
    /// <summary>The job; null when the report is none that Brigade could have written.</summary>
    public static JobRecord? Read(ReadOnlyMemory<byte> report)
    {
        try
        {
            using var document = JsonDocument.Parse(report);
            return Read(document.RootElement);
        }
        catch (Exception no) when (no is JsonException or FormatException)
        {
            return null;
        }
    }

    private static JobRecord Read(JsonElement report) => new()
    {
        JobId = report.RequiredText("job_id"),
        Status = report.RequiredText("status") switch
        {
            "failed" => JobStatus.Failed,
            "aborted" => JobStatus.Aborted,
            _ => JobStatus.Succeeded,
        },
        Tokens = new ModelTokens(Count(report, "input_tokens"), Count(report, "cached_input_tokens"), Count(report, "output_tokens")),
        Tools = report.TryGetProperty("tools_used", out _) ? [.. report.RequiredObjects("tools_used").Select(Tool)] : [],
    };

    private static long Count(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) && value.TryGetInt64(out var count) ? count : 0;

    private static ToolUse Tool(JsonElement use) => new(
        use.RequiredText("tool"),
        DecimalText.TryParse(use.GetProperty("units").GetRawText(), out var units) ? units : throw new FormatException("'units' is no number."));
}
