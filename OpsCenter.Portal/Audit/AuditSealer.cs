using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Audit;

/// <summary>Chains entries into seals, oldest first. Instances take turns: whoever finds another at it leaves it to that one.</summary>
internal sealed class AuditSealer(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Most entries sealed in one transaction.</summary>
    public const int BatchSize = 500;

    private const string TakeTurn = "select pg_try_advisory_xact_lock(8200002)";
    private const string Last = "select seq, hash from audit_seals order by seq desc limit 1";

    private const string Unsealed =
        $"""
        select e.id, {AuditSealText.Columns} from audit_entries e
        where e.at >= $1 and not exists (select from audit_seals s where s.audit_id = e.id)
        order by e.at, e.id limit $2
        """;

    private const string Insert =
        """
        insert into audit_seals (seq, audit_id, previous_hash, hash, sealed_at)
        select seq, audit_id, previous_hash, hash, $5 from unnest($1, $2, $3, $4) as made(seq, audit_id, previous_hash, hash)
        """;

    /// <summary>Seals what is not sealed yet, at most <see cref="BatchSize"/> entries.</summary>
    /// <param name="since">Entries before this moment are not looked at; they were sealed long ago.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>How many were sealed; as many as a batch holds when there may be more.</returns>
    public async Task<int> SealAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var turn = new NpgsqlCommand(TakeTurn, connection);

        if (await turn.ExecuteScalarAsync(cancellationToken) is not true)
            return 0;

        var (seq, hash) = await LastAsync(connection, cancellationToken);
        var entries = await UnsealedAsync(connection, since, cancellationToken);
        await InsertAsync(connection, seq, hash, entries, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return entries.Count;
    }

    private static async Task<(long Seq, byte[]? Hash)> LastAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Last, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, null);
    }

    private static async Task<List<(Guid Id, string?[] Columns)>> UnsealedAsync(
        NpgsqlConnection connection, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Unsealed, connection);
        command.Parameters.AddAll(since, BatchSize);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<(Guid, string?[])>();

        while (await reader.ReadAsync(cancellationToken))
            entries.Add((reader.GetGuid(0), reader.GetFieldValue<string?[]>(1)));

        return entries;
    }

    private async Task InsertAsync(
        NpgsqlConnection connection, long last, byte[]? lastHash, List<(Guid Id, string?[] Columns)> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return;

        var (sealedAt, hashes, previous) = (AuditSealText.Stored(clock.GetUtcNow()), new byte[entries.Count][], new byte[]?[entries.Count]);

        for (var i = 0; i < entries.Count; i++)
        {
            previous[i] = i == 0 ? lastHash : hashes[i - 1];
            hashes[i] = AuditSealText.Hash(previous[i], last + i + 1, sealedAt, entries[i].Columns);
        }

        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(
            entries.Select((_, i) => last + i + 1).ToArray(), entries.Select(entry => entry.Id).ToArray(), previous, hashes, sealedAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
