using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Reads the ledger of one job.</summary>
internal static class LedgerReader
{
    private const string Select =
        """
        select event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, llm_cost, tools_cost,
            occurred_at, posted_at, posted_by, reverses_seq, reason, billing_period_id, usage_period, posting_period, covered
        from ledger_entries where event_id = $1 order by seq
        """;

    public static NpgsqlBatchCommand SelectCommand(Guid eventId)
    {
        var command = new NpgsqlBatchCommand(Select);
        command.Parameters.AddAll(eventId);

        return command;
    }

    public static async Task<ImmutableArray<LedgerEntry>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();

        while (await reader.ReadAsync(cancellationToken))
            entries.Add(Read(reader));

        return entries.ToImmutable();
    }

    private static LedgerEntry Read(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(5));

        return new LedgerEntry
        {
            EventId = reader.GetGuid(0),
            Seq = reader.GetInt32(1),
            Kind = EnumText<LedgerEntryKind>.Parse(reader.GetString(2)),
            OrganizationId = reader.GetGuid(3),
            RateCardVersion = reader.GetInt32(4),
            Price = new JobPrice(Amount(6), Amount(7), Amount(8), Amount(9), Amount(10)),
            OccurredAt = reader.GetFieldValue<DateTimeOffset>(11),
            PostedAt = reader.GetFieldValue<DateTimeOffset>(12),
            PostedBy = reader.GetString(13),
            ReversesSeq = reader.IsDBNull(14) ? null : reader.GetInt32(14),
            Reason = reader.IsDBNull(15) ? null : reader.GetString(15),
            BillingPeriodId = reader.IsDBNull(16) ? null : reader.GetGuid(16),
            UsagePeriod = reader.GetFieldValue<DateOnly>(17),
            PostingPeriod = reader.GetFieldValue<DateOnly>(18),
            Covered = reader.GetDecimal(19),
        };

        Money Amount(int column) => new(reader.GetDecimal(column), currency);
    }
}
