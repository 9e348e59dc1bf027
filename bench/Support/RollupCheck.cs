namespace OpsCenter.Bench;

/// <summary>Whether the roll-ups are what events, holds and ledger say. Rows that came back to zero count as absent.</summary>
public static class RollupCheck
{
    private static readonly (string Table, string IsThere)[] Tables =
    [
        ("hourly_rollups", "jobs <> 0"), ("daily_rollups", "jobs <> 0"), ("tool_rollups", "uses <> 0"), ("fee_rollups", "jobs <> 0"),
        ("version_rollups", "jobs <> 0"), ("failure_rollups", "jobs <> 0"), ("byok_rollups", "jobs <> 0"),
    ];

    /// <summary>One sentence a table.</summary>
    public static async Task<IReadOnlyList<string>> CompareAsync(BenchDatabase database)
    {
        var found = new List<string>();

        foreach (var (table, isThere) in Tables)
        {
            var differences = await database.CountAsync(
                $"""
                with stored as (select * from {table} where {isThere}), expected as materialized (select * from expected_{table}('-infinity', 'infinity'))
                select count(*) from ((table stored except table expected) union all (table expected except table stored)) differences
                """);
            found.Add($"{table}: {(differences == 0 ? "as expected" : $"**{differences} rows differ**")}");
        }

        return found;
    }
}
