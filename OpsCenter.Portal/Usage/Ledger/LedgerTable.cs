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
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;

    /// <summary>The insert of one entry, for the caller's transaction.</summary>
    public static NpgsqlBatchCommand InsertCommand(LedgerEntry entry)
    {
        var price = entry.Price;
        var command = new NpgsqlBatchCommand(Insert);
        command.Parameters.AddAll(
            entry.EventId, entry.Seq, EnumText<LedgerEntryKind>.Of(entry.Kind), entry.OrganizationId, entry.RateCardVersion,
            price.Total.Currency.Code, price.LlmFee.Amount, price.AgentFee.Amount, price.ToolsFee.Amount, price.Total.Amount,
            price.LlmCost.Amount, price.ToolsCost.Amount, price.Cost.Amount, UsagePeriod.Of(entry.OccurredAt),
            UsagePeriod.Of(entry.PostedAt), entry.OccurredAt, entry.PostedAt, entry.PostedBy, entry.ReversesSeq, entry.Reason);

        return command;
    }
}
