using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Writes the answer to a recorded report, as the contract shows it.</summary>
internal static class UsageAnswer
{
    public static void Write(Utf8JsonWriter json, RecordedJob job, bool replayed, string receiptUrl)
    {
        json.WriteStartObject();
        json.WriteString("job_id", job.JobId ?? job.EventId.ToString());
        json.WriteString("status", job.Fees is null ? "held" : "priced");
        json.WriteNumber("rate_card_version", job.RateCardVersion);
        json.WriteString("currency", job.CurrencyCode);
        WriteAmount(json, "llm_fee", job.Fees?.Llm);
        WriteAmount(json, "agent_fee", job.Fees?.Agent);
        WriteAmount(json, "tools_fee", job.Fees?.Tools);
        WriteAmount(json, "total", job.Fees?.Total);
        json.WriteBoolean("byok", job.Byok);
        json.WriteString("hold_reason", job.HoldReason is { } reason ? EnumText<HoldReason>.Of(reason) : null);
        json.WriteBoolean("replayed", replayed);
        json.WriteString("receipt_url", receiptUrl);
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, string name, decimal? amount) =>
        json.WriteString(name, amount is { } value ? DecimalText.Format(value) : null);
}
