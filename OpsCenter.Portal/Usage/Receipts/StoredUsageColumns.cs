using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>The one place that turns the columns of a stored job into what the pricing function takes.</summary>
internal static class StoredUsageColumns
{
    /// <summary>The columns of <see cref="Read"/>, of the event <c>e</c>.</summary>
    public const string Names =
        """
        e.agent_name, e.route, e.byok, e.status, e.input_tokens, e.output_tokens, e.cached_input_tokens, e.cache_write_tokens,
            e.provider_cost, e.tools
        """;

    /// <summary>Reads <see cref="Names"/>, which begin at a column.</summary>
    public static JobUsage Read(NpgsqlDataReader reader, int first) => new()
    {
        Agent = reader.GetString(first),
        Route = reader.GetString(first + 1),
        Byok = reader.GetBoolean(first + 2),
        Status = EnumText<JobStatus>.Parse(reader.GetString(first + 3)),
        InputTokens = reader.GetInt64(first + 4),
        OutputTokens = reader.GetInt64(first + 5),
        CachedInputTokens = reader.GetInt64(first + 6),
        CacheWriteTokens = reader.GetInt64(first + 7),
        ProviderCost = reader.IsDBNull(first + 8) ? null : reader.GetDecimal(first + 8),
        Tools = [.. Json<StoredTool[]>(reader, first + 9).Select(tool => new ToolUse(tool.Tool, Units(tool)))],
    };

    /// <summary>What a held job lacked.</summary>
    public static ImmutableArray<HoldCause> ReadCauses(NpgsqlDataReader reader, int column) =>
        [.. Json<StoredCause[]>(reader, column).Select(cause => new HoldCause(EnumText<HoldReason>.Parse(cause.Reason), cause.Subject))];

    /// <summary>A JSON column that is never JSON null.</summary>
    public static T Json<T>(NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize<T>(reader.GetString(column), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"Column {reader.GetName(column)} holds JSON null.");

    private static decimal Units(StoredTool tool) => DecimalText.TryParse(tool.Units, out var units)
        ? units
        : throw new InvalidOperationException($"The stored units of {tool.Tool} are not a number.");

    private sealed record StoredTool(string Tool, string Units);

    private sealed record StoredCause(string Reason, string Subject);
}
