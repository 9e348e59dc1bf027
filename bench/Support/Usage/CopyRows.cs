using System.Diagnostics;
using Npgsql;

namespace OpsCenter.Bench.Usage;

/// <summary>How fast PostgreSQL takes the same rows by binary COPY: what no endpoint can exceed.</summary>
internal static class CopyRows
{
    private const int MostJobs = 200_000;

    private static readonly (string Table, string Rows)[] Tables =
    [
        ("usage_keys", "select k.* from usage_keys k join copied using (event_id)"),
        ("usage_events", "select e.* from usage_events e join copied using (event_id)"),
        ("ledger_entries", "select l.* from ledger_entries l join copied using (event_id)"),
    ];

    /// <summary>Jobs a second, indexes and checks included, without foreign keys and roll-ups.</summary>
    public static async Task<double> JobsPerSecondAsync(BenchDatabase database)
    {
        await database.ExecuteAsync($"create table copied as select event_id from usage_events limit {MostJobs}; analyze copied");
        var jobs = await database.CountAsync("select count(*) from copied");
        await using var connection = await database.Source.OpenConnectionAsync();
        var rows = new List<(string Table, MemoryStream Bytes)>();

        foreach (var (table, query) in Tables)
        {
            await ExecuteAsync(connection, $"create table copy_{table} (like {table} including all)");
            await using var export = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)");
            var bytes = new MemoryStream();
            await export.CopyToAsync(bytes);
            rows.Add((table, bytes));
        }

        var started = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();

        foreach (var (table, bytes) in rows)
        {
            bytes.Position = 0;
            await using var import = await connection.BeginRawBinaryCopyAsync($"copy copy_{table} from stdin (format binary)");
            await bytes.CopyToAsync(import);
        }

        await transaction.CommitAsync();
        return jobs / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
