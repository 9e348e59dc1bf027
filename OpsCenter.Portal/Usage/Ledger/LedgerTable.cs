using Npgsql;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>Writes the ledger: the one insert that all who post share.</summary>
internal static class LedgerTable
{
    private const string Insert =
        """
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, reverses_seq, reason)
        select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::uuid[], $5::integer[], $6::text[], $7::numeric[], $8::numeric[],
            $9::numeric[], $10::numeric[], $11::numeric[], $12::numeric[], $13::numeric[], $14::date[], $15::date[], $16::timestamptz[],
            $17::timestamptz[], $18::text[], $19::integer[], $20::text[])
        """;

    /// <summary>The insert of one entry, for the caller's transaction.</summary>
    public static NpgsqlBatchCommand InsertCommand(LedgerEntry entry) => InsertCommand([entry]);

    /// <summary>The insert of entries in their order, for the caller's transaction.</summary>
    public static NpgsqlBatchCommand InsertCommand(LedgerEntry[] entries)
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
        rows.Add(e => UsagePeriod.Of(e.OccurredAt));
        rows.Add(e => UsagePeriod.Of(e.PostedAt));
        rows.Add(e => e.OccurredAt.UtcDateTime);
        rows.Add(e => e.PostedAt.UtcDateTime);
        rows.Add(e => e.PostedBy);
        rows.Add(e => e.ReversesSeq);
        rows.Add(e => e.Reason);

        return rows.Command;
    }
}
