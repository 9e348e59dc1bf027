using System.Buffers;
using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Writes the answers to reports, as the contract shows them.</summary>
internal sealed class UsageAnswer(HttpContext context, PublicUrls urls)
{
    /// <summary>Answers one report.</summary>
    public Task WriteAsync(UsageReport report, RecordUsageOutcome outcome)
    {
        if (outcome is not RecordUsageOutcome.Recorded recorded)
        {
            return MachineProblem.WriteAsync(
                context, ProblemOf(outcome, report), outcome is RecordUsageOutcome.Busy ? UsageProblem.RetryAfter : null);
        }

        var body = new ArrayBufferWriter<byte>(512);

        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            WriteFields(json, recorded);
            json.WriteEndObject();
        }

        return SendAsync(StatusOf(recorded), body);
    }

    /// <summary>Answers a batch: 200, and each item says what became of its report.</summary>
    public Task WriteAsync(UsageBatch batch, RecordUsageOutcome[] outcomes)
    {
        var body = new ArrayBufferWriter<byte>(512 * batch.Items.Count);
        var next = 0;

        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartArray();

            foreach (var item in batch.Items)
            {
                WriteItem(json, item, item.Report is null ? null : outcomes[next++]);
            }

            json.WriteEndArray();
        }

        return SendAsync(StatusCodes.Status200OK, body);
    }

    private void WriteItem(Utf8JsonWriter json, UsageBatchItem item, RecordUsageOutcome? outcome)
    {
        json.WriteStartObject();

        if (outcome is RecordUsageOutcome.Recorded recorded)
        {
            json.WriteNumber("http_status", StatusOf(recorded));
            WriteFields(json, recorded);
        }
        else
        {
            var problem = item.Report is { } report && outcome is not null ? ProblemOf(outcome, report) : item.Problem!; // an item without a report has a problem
            json.WriteNumber("http_status", problem.Status);
            problem.WriteFields(json);
        }

        json.WriteEndObject();
    }

    private void WriteFields(Utf8JsonWriter json, RecordUsageOutcome.Recorded recorded)
    {
        var job = recorded.Job;
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
        json.WriteBoolean("replayed", recorded.Replayed);
        json.WriteString("receipt_url", urls.Receipt(context.Request, job.EventId));
    }

    private Task SendAsync(int status, ArrayBufferWriter<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;

        return context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }

    private static int StatusOf(RecordUsageOutcome.Recorded recorded) =>
        recorded.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    private static MachineProblemDocument ProblemOf(RecordUsageOutcome outcome, UsageReport report) => outcome switch
    {
        RecordUsageOutcome.Conflict => UsageProblem.Conflict,
        RecordUsageOutcome.OutOfTime => UsageProblem.OutOfTime,
        RecordUsageOutcome.Busy busy => UsageProblem.Busy(busy.MayBeStored, hasKey: report.JobId is not null),
        RecordUsageOutcome.Failed => UsageProblem.Failed,
        _ => throw new InvalidOperationException($"No problem in {outcome}."),
    };

    private static void WriteAmount(Utf8JsonWriter json, string name, decimal? amount) =>
        json.WriteString(name, amount is { } value ? DecimalText.Format(value) : null);
}
