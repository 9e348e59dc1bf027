using Npgsql;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>Writes entries that no job made. The caller keeps the counters of the period, which it has locked.</summary>
internal static class LedgerAdjustments
{
    private const string Insert =
        """
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, reverses_seq, reason, billing_period_id)
        select c.id, 1, c.kind, c.organization_id, null, c.currency, 0, 0, 0, c.total, 0, 0, 0, c.period, c.period, $8, $8, $9, null, c.reason, c.billing_period
        from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::numeric[], $6::date[], $7::text[], $10::uuid[])
            as c(id, kind, organization_id, currency, total, period, reason, billing_period)
        """;

    /// <summary>The insert, for a batch of the caller's transaction.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="now">When they are made.</param>
    /// <param name="by">The subject of the actor who makes them.</param>
    public static NpgsqlBatchCommand InsertCommand(LedgerAdjustment[] entries, DateTimeOffset now, string by)
    {
        var rows = new ColumnArrays<LedgerAdjustment>(Insert, entries);
        rows.Add(e => e.Id);
        rows.Add(e => EnumText<LedgerEntryKind>.Of(e.Kind));
        rows.Add(e => e.OrganizationId);
        rows.Add(e => e.Amount.Currency.Code);
        rows.Add(e => e.Amount.Amount);
        rows.Add(e => e.Period);
        rows.Add(e => e.Reason);
        rows.Command.Parameters.AddAll(now.UtcDateTime, by);
        rows.Add(e => e.BillingPeriodId);

        return rows.Command;
    }
}
