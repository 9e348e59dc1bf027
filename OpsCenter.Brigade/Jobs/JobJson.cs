using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Writes what is known about a job. All money is strings holding exact decimals.</summary>
internal static class JobJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A job that ended.</summary>
    public static ReadOnlyMemory<byte> Write(JobRecord record, OpsCentersPrice? price, bool isReplayed) => Write(json =>
    {
        json.WriteString("job_id", record.JobId);
        json.WriteString("status", JobLife.StatusWord(record.Status));
        json.WriteString("output", record.Output);
        WriteEnding(json, record.Ending);
        WriteUsage(json, record);
        WritePrice(json, record, price);
        WriteEstimate(json, record.Plan);
        RoutingJson.Write(json, record.Plan);
        json.WriteBoolean("replayed", isReplayed);
    });

    /// <summary>A job that still runs.</summary>
    public static ReadOnlyMemory<byte> WriteRunning(string jobId) => Write(json =>
    {
        json.WriteString("job_id", jobId);
        json.WriteString("status", "running");
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(2_048);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    private static void WriteEnding(Utf8JsonWriter json, JobEnding? ending)
    {
        if (ending is null)
        {
            json.WriteNull("ended_by");
            return;
        }

        json.WriteStartObject("ended_by");
        json.WriteString("code", ending.Code);
        json.WriteString("message", ending.Message);
        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, JobRecord record)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", record.Tokens.Input);
        json.WriteNumber("cached_input_tokens", record.Tokens.CachedInput);
        json.WriteNumber("output_tokens", record.Tokens.Output);
        json.WriteStartArray("tools_used");
        foreach (var use in record.Tools)
        {
            json.WriteStartObject();
            json.WriteString("tool", use.Tool);
            json.WritePropertyName("units");
            json.WriteRawValue(DecimalText.Format(use.Units));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePrice(Utf8JsonWriter json, JobRecord record, OpsCentersPrice? known)
    {
        var own = known is { Total: not null } ? null : record.Price;
        json.WriteStartObject("price");
        json.WriteString("status", known?.Status ?? "estimated");
        json.WriteString("llm_fee", own is null ? known?.LlmFee : Text(own.LlmFee));
        json.WriteString("agent_fee", own is null ? known?.AgentFee : Text(own.AgentFee));
        json.WriteString("tools_fee", own is null ? known?.ToolsFee : Text(own.ToolsFee));
        json.WriteString("total", own is null ? known?.Total : Text(own.Total));
        json.WriteString("currency", own?.Total.Currency.Code ?? known?.Currency);
        if ((own is null ? known?.Version : record.Plan?.Card.Version) is { } version)
            json.WriteNumber("rate_card_version", version);
        else
            json.WriteNull("rate_card_version");
        json.WriteEndObject();
    }

    private static void WriteEstimate(Utf8JsonWriter json, JobPlan? plan)
    {
        if (plan is null)
        {
            json.WriteNull("estimate");
            return;
        }

        json.WriteStartObject("estimate");
        json.WriteString("low", Text(plan.Estimate.Low.Total));
        json.WriteString("expected", Text(plan.Estimate.Expected.Total));
        json.WriteString("high", Text(plan.Estimate.High.Total));
        WriteParts(json, plan.Estimate.Expected);
        json.WriteString("ceiling", plan.Ceiling is { } most ? Text(most.Amount) : null);
        json.WriteString("ceiling_source", plan.Ceiling is { } set ? RoutingWords.Of(set.Source) : null);
        json.WriteString("currency", plan.Card.Content.Currency.Code);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, JobPrice price)
    {
        json.WriteString("llm_fee", Text(price.LlmFee));
        json.WriteString("agent_fee", Text(price.AgentFee));
        json.WriteString("tools_fee", Text(price.ToolsFee));
    }

    private static string Text(Money money) => DecimalText.Format(money.Amount);
}
