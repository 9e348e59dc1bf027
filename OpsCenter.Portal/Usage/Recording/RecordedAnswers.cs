using Npgsql;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The first answer about a job, when it is stored and again when it is repeated.</summary>
internal static class RecordedAnswers
{
    /// <summary>The answer for a job stored just now.</summary>
    public static RecordedJob Of(StoredUsage stored, RateCard card, PricingResult result)
    {
        var answer = new RecordedJob(
            stored.EventId, stored.Report.JobId, card.Version, card.Content.Currency.Code, stored.Report.Usage.Byok, Fees: null, HoldReason: null);

        return result switch
        {
            PricingResult.Priced { Price: var price } => answer with
            {
                Fees = new RecordedFees(price.LlmFee.Amount, price.AgentFee.Amount, price.ToolsFee.Amount, price.Total.Amount),
            },
            PricingResult.Held held => answer with { HoldReason = held.Causes[0].Reason },
            _ => throw new InvalidOperationException($"No answer for {result}."),
        };
    }

    /// <summary>The reports that were stored first under the keys of <paramref name="jobs"/>, which are all taken.</summary>
    public static Dictionary<JobKey, FirstReport> Find(NpgsqlConnection connection, StoredUsage[] jobs)
    {
        var found = new Dictionary<JobKey, FirstReport>(jobs.Length);

        if (jobs.Length == 0)
        {
            return found;
        }

        // A job that was held at first stays so in its first answer, though it may be priced by now.
        var rows = new ColumnArrays<StoredUsage>(
            """
            select k.content_hash, k.event_id, e.byok, coalesce(h.rate_card_version, l.rate_card_version), coalesce(h.currency, l.currency),
                   h.causes -> 0 ->> 'reason', l.llm_fee, l.agent_fee, l.tools_fee, l.total, k.source, k.job_id
            from unnest($1::text[], $2::text[]) as asked(source, job_id)
            join usage_keys k on k.source = asked.source and k.job_id = asked.job_id
            join usage_events e on e.event_id = k.event_id and e.occurred_at = k.occurred_at
            left join holds h on h.event_id = k.event_id
            left join ledger_entries l on l.event_id = k.event_id and l.seq = 1
            """,
            jobs);
        rows.Add(job => job.Source);
        rows.Add(job => job.Report.JobId);
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { rows.Command } };
        using var reader = batch.ExecuteReader();

        while (reader.Read())
        {
            var key = new JobKey(reader.GetString(10), reader.GetString(11));
            found.Add(key, new FirstReport(ReadAnswer(reader, key.JobId), reader.GetFieldValue<byte[]>(0)));
        }

        return found;
    }

    private static RecordedJob ReadAnswer(NpgsqlDataReader reader, string? jobId)
    {
        HoldReason? reason = reader.IsDBNull(5) ? null : EnumText<HoldReason>.Parse(reader.GetString(5));
        var fees = reason is null
            ? new RecordedFees(reader.GetDecimal(6), reader.GetDecimal(7), reader.GetDecimal(8), reader.GetDecimal(9))
            : null;

        return new RecordedJob(
            reader.GetGuid(1), jobId, reader.GetInt32(3), reader.GetString(4), reader.GetBoolean(2), fees, reason);
    }
}
