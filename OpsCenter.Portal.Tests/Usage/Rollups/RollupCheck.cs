using FluentAssertions;
using Npgsql;

namespace OpsCenter.Portal.Tests.Usage.Rollups;

/// <summary>Compares the roll-ups with what events, holds and ledger make of them, both ways; rows that sum to nothing do not count.</summary>
internal static class RollupCheck
{
    private const string Sums =
        """
        jobs, failed_jobs, byok_jobs, held_jobs, input_tokens, output_tokens, cached_input_tokens, llm_fee, agent_fee, tools_fee, llm_cost,
            tools_cost, exposure
        """;

    private static readonly (string Name, string Sums, string Zeros)[] Tables =
    [
        ("hourly_rollups", Sums, "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"),
        ("daily_rollups", Sums, "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"),
        ("tool_rollups", "uses, units, fee, cost", "0, 0, 0, 0"),
        ("fee_rollups", "jobs", "0"),
    ];

    /// <summary>Makes the roll-ups what they must be, where something stored jobs without them.</summary>
    public static async Task FillAsync(NpgsqlDataSource database)
    {
        foreach (var table in Tables)
        {
            await using var command = database.CreateCommand(
                $"truncate {table.Name}; insert into {table.Name} select * from expected_{table.Name}('-infinity', 'infinity')");
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Fails with the rows that differ.</summary>
    public static async Task ShouldAgreeAsync(NpgsqlDataSource database)
    {
        foreach (var table in Tables)
        {
            var expected = $"select * from expected_{table.Name}('-infinity', 'infinity')";
            var stored = $"select * from {table.Name}";

            (await RowsAsync(database, table, stored, expected)).Should().BeEmpty($"{table.Name} must have nothing too much");
            (await RowsAsync(database, table, expected, stored)).Should().BeEmpty($"{table.Name} must lack nothing");
        }
    }

    private static async Task<string[]> RowsAsync(NpgsqlDataSource database, (string, string Sums, string Zeros) table, string left, string right)
    {
        var filter = $"where ({table.Sums}) is distinct from ({table.Zeros})";
        await using var command = database.CreateCommand(
            $"""
            select coalesce(array_agg(row_to_json(d)::text), array[]::text[])
            from ((select * from ({left}) l {filter}) except all (select * from ({right}) r {filter})) d
            """);

        return (string[])(await command.ExecuteScalarAsync())!; // an aggregate has one row
    }
}
