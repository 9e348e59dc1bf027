using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Reads a stored job back.</summary>
internal static class StoredJobReader
{
    private const string Select =
        $"""
        select e.event_id, e.occurred_at, e.received_at, e.source, e.job_id, e.customer_ref, coalesce(e.organization_id, h.organization_id),
            e.member_ref, e.reasoning_tokens, e.metadata, h.state, h.causes, h.exposure, h.currency, h.rate_card_version, h.held_at,
            h.resolved_at, h.resolution, h.assigned_at, c.amount, c.currency, {StoredUsageColumns.Names}
        from usage_events e
        left join holds h on h.event_id = e.event_id
        left join credits c on c.job_event_id = e.event_id
        where e.event_id = $1
        """;

    /// <summary>The job, or null when there is none of that id. The ledger is read last: a job seen as held may turn out charged, never the reverse.</summary>
    public static async Task<StoredJob?> FindAsync(NpgsqlConnection connection, Guid eventId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(Select), LedgerReader.SelectCommand(eventId) },
        };
        batch.BatchCommands[0].Parameters.AddAll(eventId);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var job = ReadJob(reader);
        await reader.NextResultAsync(cancellationToken);

        return job with { Ledger = await LedgerReader.ReadAllAsync(reader, cancellationToken) };
    }

    private static StoredJob ReadJob(NpgsqlDataReader reader) => new()
    {
        EventId = reader.GetGuid(0),
        OccurredAt = reader.GetFieldValue<DateTimeOffset>(1),
        ReceivedAt = reader.GetFieldValue<DateTimeOffset>(2),
        Source = reader.GetString(3),
        JobId = Text(reader, 4),
        CustomerRef = reader.GetString(5),
        OrganizationId = reader.IsDBNull(6) ? null : reader.GetGuid(6),
        MemberRef = Text(reader, 7),
        Usage = StoredUsageColumns.Read(reader, 21),
        ReasoningTokens = reader.GetInt64(8),
        Metadata = StoredUsageColumns.Json<ImmutableSortedDictionary<string, string>>(reader, 9),
        Hold = reader.IsDBNull(10) ? null : ReadHold(reader),
        Credited = reader.IsDBNull(19) ? null : new Money(reader.GetDecimal(19), Currency.Of(reader.GetString(20))),
        Ledger = [],
    };

    private static StoredHold ReadHold(NpgsqlDataReader reader) => new(
        EnumText<HoldState>.Parse(reader.GetString(10)),
        StoredUsageColumns.ReadCauses(reader, 11),
        new Money(reader.GetDecimal(12), Currency.Of(reader.GetString(13))),
        reader.GetInt32(14),
        reader.GetFieldValue<DateTimeOffset>(15),
        Moment(reader, 16),
        Text(reader, 17),
        Moment(reader, 18));

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
