using Npgsql;

namespace OpsCenter.Bench.Pages;

/// <summary>Bytes a job takes, table by table and index by index, from one byte on; partitions count to their table.</summary>
internal static class Sizes
{
    private const string Query =
        """
        select coalesce(pg_partition_root(t.oid), t.oid)::regclass::text as table_name, coalesce(coalesce(pg_partition_root(i.oid), i.oid)::regclass::text, '') as index_name,
            sum(case when i.oid is null then pg_table_size(t.oid) else pg_relation_size(i.oid) end)::float8 / $1 as bytes
        from pg_class t
        join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
        cross join lateral (select null::oid as oid union all select indexrelid from pg_index where indrelid = t.oid) i
        where t.relkind = 'r'
        group by 1, 2
        having sum(case when i.oid is null then pg_table_size(t.oid) else pg_relation_size(i.oid) end) >= $1
        order by sum(sum(case when i.oid is null then pg_table_size(t.oid) else pg_relation_size(i.oid) end)) over (partition by 1) desc, 1, 2
        """;

    public static async Task PrintAsync(BenchDatabase server, FilledDatabase database)
    {
        await using var source = server.SuperuserOf($"jobs_{database.Jobs}");
        await using var command = source.CreateCommand(Query);
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = database.Jobs });
        await using var reader = await command.ExecuteReaderAsync();
        var table = new Table("Table", "index", $"bytes a job at {database.Jobs:N0} jobs");
        var sum = 0.0;

        while (await reader.ReadAsync())
        {
            table.Add(reader.GetString(0), reader.GetString(1), $"{reader.GetDouble(2):N1}");
            sum += reader.GetDouble(2);
        }

        table.Add("all", "", $"{sum:N1}");
        table.Print();
    }
}
