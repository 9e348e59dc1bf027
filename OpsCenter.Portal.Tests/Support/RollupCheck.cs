using FluentAssertions;
using Npgsql;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>Holds the roll-ups of a database against what they must be, row by row and both ways.</summary>
internal static class RollupCheck
{
    // A row that only sums to nothing is as good as none.
    private static readonly (string Table, string NotEmpty)[] Tables =
    [
        ("hourly_rollups", "(jobs, held_jobs, llm_fee + agent_fee + tools_fee, llm_cost + tools_cost, exposure) <> (0, 0, 0, 0, 0)"),
        ("daily_rollups", "(jobs, held_jobs, llm_fee + agent_fee + tools_fee, llm_cost + tools_cost, exposure) <> (0, 0, 0, 0, 0)"),
        ("tool_rollups", "(uses, units, fee, cost) <> (0, 0, 0, 0)"),
        ("fee_rollups", "jobs <> 0"),
        ("version_rollups", "(jobs, llm_fee + agent_fee + tools_fee, llm_cost + tools_cost) <> (0, 0, 0)"),
        ("failure_rollups", "jobs <> 0"),
        ("byok_rollups", "jobs <> 0"),
    ];

    /// <summary>Fails when a row differs, is missing, or is there for nothing.</summary>
    public static async Task ShouldHoldAsync(NpgsqlDataSource database)
    {
        foreach (var (table, notEmpty) in Tables)
        {
            (await DifferencesAsync(database, table, notEmpty)).Should().BeEmpty($"{table} must be what events, holds and ledger make of it");
        }
    }

    private static async Task<List<string>> DifferencesAsync(NpgsqlDataSource database, string table, string notEmpty)
    {
        await using var command = database.CreateCommand(
            $"""
            with stored as (select * from {table} where {notEmpty}),
                expected as (select * from expected_{table}('-infinity', 'infinity') where {notEmpty})
            (select 'stored: ' || to_jsonb(s)::text from (select * from stored except select * from expected) s limit 5)
            union all
            (select 'expected: ' || to_jsonb(e)::text from (select * from expected except select * from stored) e limit 5)
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var differences = new List<string>();

        while (await reader.ReadAsync())
        {
            differences.Add(reader.GetString(0));
        }

        return differences;
    }
}
