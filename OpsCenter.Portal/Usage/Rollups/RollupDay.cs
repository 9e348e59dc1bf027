using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Compares and rewrites the roll-ups of one UTC day.</summary>
internal sealed class RollupDay(DateOnly day)
{
    // A day of millions of jobs takes minutes to work out anew.
    private const int TimeoutSeconds = 1_800;

    /// <summary>Waits for the writers that run and keeps others out until the transaction ends. They lock the tables in this order, too.</summary>
    public const string Lock = "lock table hourly_rollups, daily_rollups, tool_rollups, fee_rollups, version_rollups, failure_rollups, byok_rollups in share row exclusive mode";

    private DateTimeOffset Since => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private DateTimeOffset Until => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Since.AddDays(1);

    /// <summary>What differs in one table. One statement, so both sides are of the same moment, whoever writes meanwhile.</summary>
    public async Task<List<RollupDifference>> DifferencesAsync(
        NpgsqlConnection connection, RollupTable table, CancellationToken cancellationToken)
    {
        var differences = new List<RollupDifference>();
        await using var command = Command(connection, table.Compare);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
        {
            var (row, stored, expected) = (reader.GetString(0), reader.GetFieldValue<decimal[]>(1), reader.GetFieldValue<decimal[]>(2));
            var (isStored, isExpected) = (reader.GetBoolean(3), reader.GetBoolean(4));
            differences.AddRange(table.Sums
                .Select((column, i) => (column, stored: stored[i], expected: expected[i]))
                .Where(sum => sum.stored != sum.expected)
                .Select(sum => new RollupDifference(table.Name, row, sum.column, isStored ? sum.stored : null, isExpected ? sum.expected : null)));
        }

        return differences;
    }

    /// <summary>Writes the rows of the day anew; returns what they summed to before and after, as JSON.</summary>
    public async Task<(string Before, string After)> RewriteAsync(NpgsqlConnection connection, RollupTable table, CancellationToken cancellationToken)
    {
        var before = await TotalAsync(connection, table, cancellationToken);

        foreach (var statement in new[] { table.Clear, table.Fill })
        {
            await using var command = Command(connection, statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return (before, await TotalAsync(connection, table, cancellationToken));
    }

    private async Task<string> TotalAsync(NpgsqlConnection connection, RollupTable table, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, table.Total);

        return (string)(await command.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException("An aggregate has one row."));
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string text)
    {
        var command = new NpgsqlCommand(text, connection) { CommandTimeout = TimeoutSeconds };
        command.Parameters.AddAll(Since, Until);

        return command;
    }
}
