using Npgsql;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>Writes the ledger: the one insert that all who post share.</summary>
internal static class LedgerTable
{
    private const string Insert =
        """
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, reverses_seq, reason,
            billing_period_id, covered)
        select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::uuid[], $5::integer[], $6::text[], $7::numeric[], $8::numeric[],
            $9::numeric[], $10::numeric[], $11::numeric[], $12::numeric[], $13::numeric[], $14::date[], $15::date[], $16::timestamptz[],
            $17::timestamptz[], $18::text[], $19::integer[], $20::text[], $21::uuid[], $22::numeric[])
        """;

    /// <summary>Posts entries in their order to the billing periods and grants of their customers, and inserts them, in the caller's transaction.</summary>
    /// <param name="batch">Takes the statements.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="book">The book of their customers, read in the same transaction.</param>
    public static void AddTo(NpgsqlBatch batch, IEnumerable<LedgerEntry> entries, PostingBook book)
    {
        LedgerEntry[] posted = [.. entries.Select(entry => Post(entry, book))];

        if (posted.Length > 0)
            batch.BatchCommands.Add(InsertCommand(posted));

        foreach (var command in book.SaveCommands())
            batch.BatchCommands.Add(command);
    }

    // A correction of what nobody is billed for is billed to nobody.
    private static LedgerEntry Post(LedgerEntry entry, PostingBook book)
    {
        var posting = book.Post(entry.OrganizationId, entry.OccurredAt, entry.PostedAt, entry.Price, unbilled: entry is { Seq: > 1, BillingPeriodId: null });

        return entry with
        {
            BillingPeriodId = posting.BillingPeriodId,
            UsagePeriod = posting.UsagePeriod,
            PostingPeriod = posting.PostingPeriod,
            Covered = posting.Covered,
        };
    }

    private static NpgsqlBatchCommand InsertCommand(LedgerEntry[] entries)
    {
        var rows = new ColumnArrays<LedgerEntry>(Insert, entries);
        rows.Add(e => e.EventId);
        rows.Add(e => e.Seq);
        rows.Add(e => EnumText<LedgerEntryKind>.Of(e.Kind));
        rows.Add(e => e.OrganizationId);
        rows.Add(e => e.RateCardVersion);
        rows.Add(e => e.Price.Total.Currency.Code);
        rows.Add(e => e.Price.LlmFee.Amount);
        rows.Add(e => e.Price.AgentFee.Amount);
        rows.Add(e => e.Price.ToolsFee.Amount);
        rows.Add(e => e.Price.Total.Amount);
        rows.Add(e => e.Price.LlmCost.Amount);
        rows.Add(e => e.Price.ToolsCost.Amount);
        rows.Add(e => e.Price.Cost.Amount);
        rows.Add(e => e.UsagePeriod);
        rows.Add(e => e.PostingPeriod);
        rows.Add(e => e.OccurredAt.UtcDateTime);
        rows.Add(e => e.PostedAt.UtcDateTime);
        rows.Add(e => e.PostedBy);
        rows.Add(e => e.ReversesSeq);
        rows.Add(e => e.Reason);
        rows.Add(e => e.BillingPeriodId);
        rows.Add(e => e.Covered);

        return rows.Command;
    }
}
