using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace OpsCenter.Portal.Data;

/// <summary>Positional parameters of plain Npgsql commands.</summary>
internal static class NpgsqlParameters
{
    /// <summary>Adds values in order; null becomes SQL NULL.</summary>
    public static void AddAll(this NpgsqlParameterCollection parameters, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
    }

    /// <summary>Adds a value as <c>jsonb</c>.</summary>
    public static void AddJson(this NpgsqlParameterCollection parameters, object value) =>
        parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlDbType.Jsonb });
}
