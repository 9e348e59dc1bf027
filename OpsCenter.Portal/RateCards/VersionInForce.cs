using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>The newest version in force, read so that no publisher can come between it and the end of the transaction.</summary>
internal static class VersionInForce
{
    /// <summary>Shares the gate, then reads. Two statements, because the second must see what a publisher committed while the first one waited.</summary>
    public static async Task<int> ShareAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(RateCardGate.Share),
                new NpgsqlBatchCommand("select max(version) from rate_card_versions where effective_from <= $1 and cancelled_at is null"),
            },
        };
        batch.BatchCommands[1].Parameters.AddAll(now);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return reader.GetInt32(0);
    }
}
