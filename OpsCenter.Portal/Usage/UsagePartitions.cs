using Npgsql;

namespace OpsCenter.Portal.Usage;

/// <summary>Makes the monthly partitions of usage events: as far back as a report may lie, and some months ahead.</summary>
internal static class UsagePartitions
{
    private const int MonthsBack = 4;
    private const int MonthsAhead = 3;

    /// <summary>Makes what is missing around <paramref name="now"/>; safe to run in several instances at once.</summary>
    public static async Task EnsureAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select ensure_usage_partition((date_trunc('month', $1::timestamptz at time zone 'UTC') + make_interval(months => m))::date)
            from generate_series($2, $3) m
            """);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(-MonthsBack);
        command.Parameters.AddWithValue(MonthsAhead);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
