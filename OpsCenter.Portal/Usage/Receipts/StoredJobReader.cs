using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Reads a stored job back: the one place that turns its columns into what the pricing function takes.</summary>
internal static class StoredJobReader
{
    private const string Select =
        """
        select e.event_id, e.occurred_at, e.received_at, e.source, e.job_id, e.customer_ref, coalesce(e.organization_id, h.organization_id),
            e.member_ref, e.agent_name, e.route, e.byok, e.status, e.input_tokens, e.output_tokens, e.cached_input_tokens,
            e.cache_write_tokens, e.reasoning_tokens, e.provider_cost, e.tools, e.metadata, h.state, h.causes, h.exposure, h.currency,
            h.rate_card_version, h.held_at, h.resolved_at, h.resolution
        from usage_events e left join holds h on h.event_id = e.event_id
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
        Usage = ReadUsage(reader),
        ReasoningTokens = reader.GetInt64(16),
        Metadata = Json<ImmutableSortedDictionary<string, string>>(reader, 19),
        Hold = reader.IsDBNull(20) ? null : ReadHold(reader),
        Ledger = [],
    };

    private static JobUsage ReadUsage(NpgsqlDataReader reader) => new()
    {
        Agent = reader.GetString(8),
        Route = reader.GetString(9),
        Byok = reader.GetBoolean(10),
        Status = EnumText<JobStatus>.Parse(reader.GetString(11)),
        InputTokens = reader.GetInt64(12),
        OutputTokens = reader.GetInt64(13),
        CachedInputTokens = reader.GetInt64(14),
        CacheWriteTokens = reader.GetInt64(15),
        ProviderCost = reader.IsDBNull(17) ? null : reader.GetDecimal(17),
        Tools = [.. Json<StoredTool[]>(reader, 18).Select(tool => new ToolUse(tool.Tool, Units(tool)))],
    };

    private static StoredHold ReadHold(NpgsqlDataReader reader) => new(
        EnumText<HoldState>.Parse(reader.GetString(20)),
        [.. Json<StoredCause[]>(reader, 21).Select(cause => new HoldCause(EnumText<HoldReason>.Parse(cause.Reason), cause.Subject))],
        new Money(reader.GetDecimal(22), Currency.Of(reader.GetString(23))),
        reader.GetInt32(24),
        reader.GetFieldValue<DateTimeOffset>(25),
        reader.IsDBNull(26) ? null : reader.GetFieldValue<DateTimeOffset>(26),
        Text(reader, 27));

    private static decimal Units(StoredTool tool) => DecimalText.TryParse(tool.Units, out var units)
        ? units
        : throw new InvalidOperationException($"The stored units of {tool.Tool} are not a number.");

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static T Json<T>(NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize<T>(reader.GetString(column), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"Column {reader.GetName(column)} holds JSON null.");

    private sealed record StoredTool(string Tool, string Units);

    private sealed record StoredCause(string Reason, string Subject);
}
