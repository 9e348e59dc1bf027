using System.Buffers;
using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Reports;

/// <summary>Writes a report once; these bytes are kept and sent however often it takes.</summary>
internal static class ReportJson
{
    /// <summary>Most bytes of one report that Ops-Center takes.</summary>
    public const int MaxBytes = 65_536;

    /// <exception cref="ArgumentException">The report is larger than Ops-Center takes.</exception>
    public static byte[] Write(UsageReport report)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body))
            Write(json, report);

        return body.WrittenCount <= MaxBytes
            ? body.WrittenSpan.ToArray()
            : throw new ArgumentException($"The report of job {report.JobId} has {body.WrittenCount} bytes; at most {MaxBytes} are taken.", nameof(report));
    }

    /// <summary>The job of a report as it was written; null when it has none.</summary>
    public static string? JobIdOf(ReadOnlySpan<byte> report) => FieldOf(report, "job_id"u8);

    /// <summary>The moment of the job; null when it has none.</summary>
    public static DateTimeOffset? MomentOf(ReadOnlySpan<byte> report) =>
        DateTimeOffset.TryParse(FieldOf(report, "occurred_at"u8), out var moment) ? moment : null;

    private static void Write(Utf8JsonWriter json, UsageReport report)
    {
        json.WriteStartObject();
        json.WriteString("job_id", report.JobId);
        json.WriteString("customer_id", report.CustomerId);
        json.WriteString("agent_name", report.AgentName);
        json.WriteString("route_used", report.RouteUsed);
        json.WriteNumber("input_tokens", report.InputTokens);
        json.WriteNumber("output_tokens", report.OutputTokens);
        json.WriteString("occurred_at", report.OccurredAt.UtcDateTime);
        json.WriteString("status", StatusWord(report.Status));
        json.WriteBoolean("byok_used", report.ByokUsed);
        if (report.CachedInputTokens > 0)
            json.WriteNumber("cached_input_tokens", report.CachedInputTokens);
        if (report.ProviderCost is { } cost)
            json.WriteString("provider_cost", DecimalText.Format(cost));
        WriteTools(json, report);
        WriteMetadata(json, report);
        json.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter json, UsageReport report)
    {
        if (report.ToolsUsed.IsDefaultOrEmpty)
            return;

        json.WriteStartArray("tools_used");
        foreach (var use in report.ToolsUsed)
        {
            json.WriteStartObject();
            json.WriteString("tool", use.Tool);
            json.WritePropertyName("units");
            json.WriteRawValue(DecimalText.Format(use.Units));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, UsageReport report)
    {
        if (report.Metadata.IsEmpty)
            return;

        json.WriteStartObject("metadata");
        foreach (var (key, value) in report.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(key, value);

        json.WriteEndObject();
    }

    private static string StatusWord(JobStatus status) => status switch
    {
        JobStatus.Succeeded => "succeeded",
        JobStatus.Failed => "failed",
        JobStatus.Aborted => "aborted",
    };

    private static string? FieldOf(ReadOnlySpan<byte> report, ReadOnlySpan<byte> name)
    {
        var json = new Utf8JsonReader(report);
        while (json.Read())
        {
            if (json.CurrentDepth == 1 && json.TokenType is JsonTokenType.PropertyName && json.ValueTextEquals(name))
                return json.Read() && json.TokenType is JsonTokenType.String ? json.GetString() : null;
        }

        return null;
    }
}
